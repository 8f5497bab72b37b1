package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.problem.Problem;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The page of last resort: no style, no script, nothing that could fail in turn. */
final class PlainProblemPage implements ProblemPage {

    @Override
    public Mono<String> render(Problem problem, ServerWebExchange exchange) {
        return Mono.just(draw(problem));
    }

    private static String draw(Problem problem) {
        String incident = problem.incident();
        String number = incident == null
                ? ""
                : "<p>お問い合わせの際は、この番号をお伝えください: <strong>" + HtmlUtils.htmlEscape(incident) + "</strong></p>";
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p>%3$s<p><a href="/">トップページへ</a></p></main></body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(problem.title()), HtmlUtils.htmlEscape(problem.detail()), number);
    }
}

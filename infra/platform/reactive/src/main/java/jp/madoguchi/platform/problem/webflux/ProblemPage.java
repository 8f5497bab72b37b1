package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.problem.Problem;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Draws a problem as a whole HTML page. An app declares one bean; without it a plain page is drawn. */
@FunctionalInterface
public interface ProblemPage {

    /** @return the complete HTML document, UTF-8, that passes the app's content security policy */
    Mono<String> render(Problem problem, ServerWebExchange exchange);
}

package jp.madoguchi.platform.security;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers {@code GET /kept-form}, behind the security chain; where nothing is kept the start page is shown. */
final class KeptFormFilter implements WebFilter, Ordered {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ObjectProvider<KeptFormPage> page;

    KeptFormFilter(ObjectProvider<KeptFormPage> page) {
        this.page = page;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getMethod() != HttpMethod.GET || !request.getPath().value().equals(KeptForms.PATH)) {
            return chain.filter(exchange);
        }
        return exchange.getSession().flatMap(session -> {
            KeptForm form = KeptForms.in(session);
            return form == null
                    ? SignInFirst.redirect(exchange, "/")
                    : page.getObject().render(form, exchange).flatMap(html -> write(exchange, html));
        });
    }

    private static Mono<Void> write(ServerWebExchange exchange, String html) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(PAGE);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(html.getBytes(StandardCharsets.UTF_8))));
    }
}

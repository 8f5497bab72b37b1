package jp.madoguchi.platform.input;

import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Lets nobody in whose address, or whose word on what they send, cannot be read. Before every other filter. */
final class ReadableAddress implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.fromRunnable(() -> check(exchange.getRequest())).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static void check(ServerHttpRequest request) {
        StrictText.check(request.getURI().getRawPath());
        var query = request.getURI().getRawQuery();
        if (query != null) {
            StrictText.check(query);
        }
        try {
            var unused = request.getHeaders().getContentType();
        } catch (InvalidMediaTypeException unreadable) {
            throw StrictText.unreadable();
        }
    }
}

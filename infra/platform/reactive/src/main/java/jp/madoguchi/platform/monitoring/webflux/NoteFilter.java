package jp.madoguchi.platform.monitoring.webflux;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Puts the note of the request to its exchange, and the handler that answers it to the note. */
final class NoteFilter implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context -> {
            context.<RequestNote>getOrEmpty(RequestIds.KEY).ifPresent(note -> {
                exchange.getAttributes().put(RequestIds.ATTRIBUTE, note);
                exchange.getResponse().beforeCommit(() -> {
                    note.answeredBy(exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
                    return Mono.empty();
                });
            });
            return chain.filter(exchange);
        });
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

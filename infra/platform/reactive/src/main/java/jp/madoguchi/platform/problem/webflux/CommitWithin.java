package jp.madoguchi.platform.problem.webflux;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sends every answer off within the reach of {@link ProblemHandler}. A session is written as its answer is sent off, and an answer
 * without a body, such as a redirect to the log-in, would otherwise be sent off only after the error handlers: with the database away
 * its visitor would get an empty page.
 */
final class CommitWithin implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> exchange.getResponse().setComplete()));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

package jp.madoguchi.portal.exchange;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Where the exchange has a port of its own, it is found there only, and nothing else is. Before anything else, so that neither a token
 * nor a form is read at the wrong door.
 */
@Component
final class ExchangeDoor implements WebFilter, Ordered {

    /** Read as addresses are, so that no other writing of the same one gets past. */
    private static final PathPattern EXCHANGE = PathPatternParser.defaultInstance.parse("/exchange/**");
    private static final int NONE = -1;
    private static final int NOT_OPEN_YET = 0;

    private volatile int own;

    ExchangeDoor(ExchangeSettings settings) {
        this.own = settings.port() == null ? NONE : NOT_OPEN_YET;
    }

    /** From now on the exchange is at this port. */
    void opensAt(int port) {
        own = port;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return own == NONE || isOfTheExchange(exchange) == (arrivedAt(exchange) == own)
                ? chain.filter(exchange)
                : Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isOfTheExchange(ServerWebExchange exchange) {
        return EXCHANGE.matches(exchange.getRequest().getPath().pathWithinApplication());
    }

    private static int arrivedAt(ServerWebExchange exchange) {
        var local = exchange.getRequest().getLocalAddress();
        return local == null ? NONE : local.getPort();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}

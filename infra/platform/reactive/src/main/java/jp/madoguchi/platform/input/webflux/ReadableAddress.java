package jp.madoguchi.platform.input.webflux;

import jp.madoguchi.platform.input.StrictText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/**
 * Lets nobody in whose address, or whose word on what they send, cannot be read, and has forms read strictly by all who come after.
 * Before every other filter.
 */
final class ReadableAddress implements WebFilter, Ordered {

    private final int longestForm;

    /** @param longestForm in bytes */
    ReadableAddress(int longestForm) {
        this.longestForm = longestForm;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.fromSupplier(() -> read(exchange)).flatMap(chain::filter);
    }

    private ServerWebExchange read(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        StrictText.check(request.getURI().getRawPath());
        var query = request.getURI().getRawQuery();
        if (query != null) {
            StrictText.check(query);
        }
        var type = type(request);
        if (type == null || !type.isConcrete()) {
            return exchange;
        }
        if (type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            return new StrictForm(exchange, type, longestForm);
        }
        return type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA) ? new NamedParts(exchange) : exchange;
    }

    /** Parts that all have a name; the framework takes one without for a fault of ours. */
    private static final class NamedParts extends ServerWebExchangeDecorator {

        NamedParts(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, Part>> getMultipartData() {
            return super.getMultipartData().onErrorMap(IllegalStateException.class,
                    nameless -> StrictText.unreadable());
        }
    }

    private static @Nullable MediaType type(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (InvalidMediaTypeException unreadable) {
            throw StrictText.unreadable();
        }
    }
}

package jp.madoguchi.platform.security;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the CSRF token from the form field {@code _csrf} or the header {@code X-CSRF-TOKEN}. A multipart form carries it in its
 * address ({@code ?_csrf=...}), because looking for a field inside would mean to swallow the upload before knowing whether it is
 * wanted. The token in the page is masked anew each time (against BREACH) and opens nothing without the session cookie.
 */
final class FormCsrf implements ServerCsrfTokenRequestHandler {

    private final XorServerCsrfTokenRequestAttributeHandler masked = new XorServerCsrfTokenRequestAttributeHandler();

    /** Where the token of this exchange stands as it is. */
    static final String BARE = FormCsrf.class.getName() + ".bare";

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        exchange.getAttributes().put(BARE, token);
        masked.handle(exchange, token);
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        ServerHttpRequest request = exchange.getRequest();
        MediaType type = request.getHeaders().getContentType();
        String inAddress = request.getQueryParams().getFirst(token.getParameterName());
        if (inAddress == null || type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return masked.resolveCsrfTokenValue(exchange, token);
        }
        ServerWebExchange asHeader = exchange.mutate()
                .request(changed -> changed.header(token.getHeaderName(), inAddress))
                .build();
        return masked.resolveCsrfTokenValue(asHeader, token);
    }
}

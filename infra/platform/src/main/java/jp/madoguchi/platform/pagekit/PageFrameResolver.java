package jp.madoguchi.platform.pagekit;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

import jp.madoguchi.platform.pagekit.PageFrame.CsrfField;
import reactor.core.publisher.Mono;

/** Gives controller methods their {@link PageFrame}, gathered from login, session, CSRF token, nonce and language. */
public final class PageFrameResolver implements HandlerMethodArgumentResolver {

    /** Exchange attribute under which the security filter leaves the CSP nonce of this answer. */
    public static final String NONCE_ATTRIBUTE = "jp.madoguchi.csp-nonce";

    private final Surroundings surroundings;

    public PageFrameResolver(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageFrame.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext bindingContext,
            ServerWebExchange exchange) {
        return frame(exchange).cast(Object.class);
    }

    /** The frame for this exchange; for error handlers and filters, which have no arguments to resolve. */
    public Mono<PageFrame> frame(ServerWebExchange exchange) {
        return Mono.zip(principal(exchange), csrf(exchange), flash(exchange))
                .map(found -> frame(exchange, found.getT1().orElse(null), found.getT2().orElse(null),
                        found.getT3().orElse(null)));
    }

    private PageFrame frame(ServerWebExchange exchange, @Nullable Principal principal, @Nullable CsrfField csrf,
            @Nullable Flash flash) {
        return new PageFrame("", surroundings.site(), LanguageFilter.languageOf(exchange), csrf, nonce(exchange),
                surroundings.show(principal), exchange.getRequest().getPath().value(),
                surroundings.navigation(principal), flash, List.of());
    }

    private static String nonce(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(NONCE_ATTRIBUTE, "");
    }

    private static Mono<Optional<Principal>> principal(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Mono<Optional<CsrfField>> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.map(known -> Optional.of(new CsrfField(known.getParameterName(), known.getToken())))
                .defaultIfEmpty(Optional.empty());
    }

    private static Mono<Optional<Flash>> flash(ServerWebExchange exchange) {
        return exchange.getSession().map(session -> Optional.ofNullable(Flash.takeFrom(session)));
    }
}

package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.text.Languages;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.SiteChrome;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import jp.madoguchi.platform.monitoring.FailureLog;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.platform.pagekit.PageFrame.CsrfField;
import jp.madoguchi.platform.connection.Uncancellable;
import jp.madoguchi.platform.security.CspNonce;
import reactor.core.publisher.Mono;

/** Gives controller methods their {@link PageFrame}, gathered from login, session, CSRF token, nonce and language. */
public final class PageFrameResolver implements HandlerMethodArgumentResolver {

    private static final Logger LOG = LoggerFactory.getLogger(PageFrameResolver.class);
    private final FailureLog failures = new FailureLog(LOG);
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

    private final SiteChrome chrome;

    public PageFrameResolver(SiteChrome chrome) {
        this.chrome = chrome;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageFrame.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext bindingContext,
            ServerWebExchange exchange) {
        return frame(exchange, !parameter.hasParameterAnnotation(ReadOnly.class)).cast(Object.class);
    }

    /** The frame for this exchange; for error handlers and filters, which have no arguments to resolve. */
    public Mono<PageFrame> frame(ServerWebExchange exchange) {
        return frame(exchange, true);
    }

    /**
     * The frame of an error page. Errors are answered outside the filters that know the login, so it is read from the session;
     * and the session may be what failed, so the page then shows nobody.
     */
    Mono<PageFrame> frameOfProblem(ServerWebExchange exchange) {
        return Uncancellable.of(signedIn(exchange)
                .flatMap(principal -> (principal.isPresent()
                        ? csrf(exchange)
                        : Mono.just(Optional.<CsrfField>empty()))
                        .map(csrf -> frame(exchange, principal.orElse(null), csrf.orElse(null), null))))
                .timeout(SESSION_TIMEOUT).onErrorResume(failed -> {
                    RequestIds.log(exchange, () -> failures
                            .tell("an error page shows nobody, for the session cannot be read", failed));
                    return Mono.just(frame(exchange, null, null, null));
                });
    }

    /** Where the page of this problem leads back to. */
    Mono<List<NavItem>> waysBack(Problem problem, String language, ServerWebExchange exchange) {
        return signedIn(exchange).timeout(SESSION_TIMEOUT).onErrorReturn(Optional.empty())
                .map(principal -> chrome.waysBack(problem, exchange.getRequest().getPath().value(), language,
                        principal.orElse(null)));
    }

    private static Mono<Optional<Principal>> signedIn(ServerWebExchange exchange) {
        return exchange.getSession().map(session -> Optional
                .<SecurityContext>ofNullable(session.getAttribute(
                        WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME))
                .map(SecurityContext::getAuthentication));
    }

    private Mono<PageFrame> frame(ServerWebExchange exchange, boolean hasForms) {
        // A page without forms needs a token only for the sign-out button.
        return principal(exchange).flatMap(principal -> Mono
                .zip(hasForms || principal.isPresent() ? csrf(exchange) : Mono.just(Optional.<CsrfField>empty()),
                        flash(exchange))
                .map(found -> frame(exchange, principal.orElse(null), found.getT1().orElse(null),
                        found.getT2().orElse(null))));
    }

    private PageFrame frame(ServerWebExchange exchange, @Nullable Principal principal, @Nullable CsrfField csrf,
            @Nullable Flash flash) {
        // Staff work in Japanese, whatever their browsers say.
        var wish = chrome.site().forStaff() ? new Languages.Wish("ja", false) : LanguageFilter.wishOf(exchange);
        return new PageFrame("", chrome.site().in(wish.language()), wish.language(), csrf,
                CspNonce.of(exchange), chrome.show(principal), exchange.getRequest().getPath().value(),
                chrome.navigation(principal, wish.language()), flash, List.of(), wish.foreign(), null);
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
        return exchange.getSession().map(session -> Optional.ofNullable(Flash.takeFrom(session.getAttributes())));
    }
}

package jp.madoguchi.platform.security;

import java.util.Optional;

import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.token.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Where the CSRF token of a visitor is kept: for somebody signed in in the session; for anybody else in a cookie that is sent with the
 * form and has to say the same (OWASP CSRF Prevention Cheat Sheet, Double-Submit Cookie), so that whoever only reads opens no session.
 * Over HTTPS the cookie carries the prefix {@code __Host-}, which no other host of the domain can set (RFC 6265bis, 4.1.3.2).
 *
 * <p>The token of the cookie goes over into the session that a sign-in opens: forms that are open in another tab stay good.
 */
final class FormTokens implements ServerCsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String ATTRIBUTE = "form-token";

    private final SessionSettings settings;

    FormTokens(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> token(SecretToken.create().value()));
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(kept(session).or(() -> takenOver(exchange, session))))
                .map(FormTokens::token);
    }

    private Optional<String> takenOver(ServerWebExchange exchange, WebSession session) {
        var carried = Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name(exchange)))
                .flatMap(cookie -> SecretToken.parse(cookie.getValue())).map(SecretToken::value);
        if (isSignedIn(session)) {
            carried.ifPresent(value -> session.getAttributes().put(ATTRIBUTE, value));
        }
        return carried;
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return exchange.getSession().doOnNext(session -> {
            if (token == null) {
                session.getAttributes().remove(ATTRIBUTE);
                exchange.getResponse().addCookie(cookie(exchange, "", 0));
            } else if (isSignedIn(session)) {
                session.getAttributes().put(ATTRIBUTE, token.getToken());
            } else {
                exchange.getResponse().addCookie(cookie(exchange, token.getToken(), -1));
            }
        }).then();
    }

    private static Optional<String> kept(WebSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE));
    }

    private static boolean isSignedIn(WebSession session) {
        return session.getAttribute(
                WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME) instanceof SecurityContext;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PageSecurity.CSRF_FIELD, value);
    }

    /** @param age in seconds; below 0 as long as the browser is open */
    private ResponseCookie cookie(ServerWebExchange exchange, String value, long age) {
        return ResponseCookie.from(name(exchange), value).path("/").httpOnly(true).sameSite("Lax").maxAge(age)
                .secure(isSecure(exchange)).build();
    }

    /** Differs per app: browsers do not keep cookies of two ports of one host apart. */
    private String name(ServerWebExchange exchange) {
        return (isSecure(exchange) ? "__Host-" : "") + settings.cookieName() + "_FORM";
    }

    private boolean isSecure(ServerWebExchange exchange) {
        return settings.secure() || "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
    }
}

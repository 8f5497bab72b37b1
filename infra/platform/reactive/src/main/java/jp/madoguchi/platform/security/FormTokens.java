package jp.madoguchi.platform.security;

import java.util.Optional;

import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.token.SecretToken;
import org.jspecify.annotations.Nullable;
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
 *
 * <p>The token of the cookie goes over into the session that a sign-in opens: forms that are open in another tab stay good.
 */
final class FormTokens implements ServerCsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String ATTRIBUTE = "form-token";

    private final OwnCookie cookie;

    FormTokens(SessionSettings settings) {
        this.cookie = new OwnCookie(settings, "FORM", null);
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
        var carried = cookie.read(exchange).flatMap(SecretToken::parse).map(SecretToken::value);
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
                cookie.remove(exchange);
            } else if (isSignedIn(session)) {
                session.getAttributes().put(ATTRIBUTE, token.getToken());
            } else {
                cookie.write(exchange, token.getToken());
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
}

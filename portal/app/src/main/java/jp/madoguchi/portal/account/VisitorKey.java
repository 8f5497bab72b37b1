package jp.madoguchi.portal.account;

import java.time.Duration;
import java.util.Optional;

import jp.madoguchi.platform.token.SecretToken;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The browser's own key: a random secret in a cookie that outlives the session, so that a draft is not lost with it.
 */
public final class VisitorKey {

    public static final String COOKIE = "MADOGUCHI_VISITOR";

    private VisitorKey() {}

    static Optional<SecretToken> presented(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .flatMap(cookie -> SecretToken.parse(cookie.getValue()));
    }

    /** The hash of the browser's key; a browser without one is given one with this answer. */
    public static String ensure(ServerWebExchange exchange) {
        var key = presented(exchange).orElseGet(SecretToken::create);
        exchange.getResponse().addCookie(cookie(exchange, key.value(), Grants.DRAFT));
        return key.hash();
    }

    static void drop(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        // Lax and not Strict: the link in a mail has to find the browser's key.
        return ResponseCookie.from(COOKIE, value).httpOnly(true).sameSite("Lax").path("/").maxAge(age)
                .secure("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme())).build();
    }
}

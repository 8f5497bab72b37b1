package jp.madoguchi.platform.security;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.platform.session.SessionSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * A cookie that only this app reads. Over HTTPS it carries the prefix {@code __Host-}, which no other host of the domain can set
 * (RFC 6265bis, 4.1.3.2).
 *
 * @param part after the name of the session's cookie: browsers do not keep cookies of two ports of one host apart
 * @param age null for as long as the browser is open
 */
record OwnCookie(SessionSettings settings, String part, @Nullable Duration age) {

    Optional<String> read(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name(exchange)))
                .map(HttpCookie::getValue);
    }

    /** @param value of letters, digits, {@code -}, {@code _} and {@code .} */
    void write(ServerWebExchange exchange, String value) {
        set(exchange, value, age == null ? -1 : age.toSeconds());
    }

    void remove(ServerWebExchange exchange) {
        set(exchange, "", 0);
    }

    /** @param seconds below 0 as long as the browser is open */
    private void set(ServerWebExchange exchange, String value, long seconds) {
        exchange.getResponse().getCookies().set(name(exchange), ResponseCookie.from(name(exchange), value).path("/")
                .httpOnly(true).sameSite("Lax").maxAge(seconds).secure(isSecure(exchange)).build());
    }

    private String name(ServerWebExchange exchange) {
        return (isSecure(exchange) ? "__Host-" : "") + settings.cookieName() + "_" + part;
    }

    private boolean isSecure(ServerWebExchange exchange) {
        return settings.secure() || "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
    }
}

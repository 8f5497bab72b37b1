package jp.madoguchi.platform.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.platform.session.SessionSettings;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page somebody asked for who has to sign in first, in a cookie until it is opened. Only pages are worth returning to: not pictures,
 * scripts, or parts fetched by script.
 */
final class PageAskedFor implements ServerRequestCache {

    private static final Duration AGE = Duration.ofMinutes(30);
    /** A path of this site with its query, as it stands in a request: whatever else a cookie may say leads nowhere. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,2000}");

    private final OwnCookie cookie;

    PageAskedFor(SessionSettings settings) {
        this.cookie = new OwnCookie(settings, "ASKED_FOR", AGE);
    }

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            String address = address(exchange.getRequest());
            if (SignInFirst.isPage(exchange.getRequest()) && HERE.matcher(address).matches()) {
                cookie.write(exchange, Base64.getUrlEncoder().withoutPadding()
                        .encodeToString(address.getBytes(StandardCharsets.US_ASCII)));
            }
        });
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        return Mono.justOrEmpty(kept(exchange).map(URI::create));
    }

    @Override
    public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(kept(exchange).filter(address(exchange.getRequest())::equals).map(opened -> {
            cookie.remove(exchange);
            return exchange.getRequest();
        }));
    }

    private Optional<String> kept(ServerWebExchange exchange) {
        return cookie.read(exchange).flatMap(PageAskedFor::decoded).filter(HERE.asMatchPredicate());
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String address(ServerHttpRequest request) {
        URI asked = request.getURI();
        return asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
    }
}

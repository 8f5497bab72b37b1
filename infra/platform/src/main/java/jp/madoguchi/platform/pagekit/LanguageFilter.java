package jp.madoguchi.platform.pagekit;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;

import reactor.core.publisher.Mono;

/**
 * Remembers the language chosen by {@code ?lang=en} in a cookie and sends the reader back to the clean address. Without
 * a choice the browser's own languages are heard.
 */
final class LanguageFilter implements WebFilter {

    static final String COOKIE = "MADOGUCHI_LANG";

    private final List<String> languages;

    LanguageFilter(List<String> languages) {
        this.languages = languages;
    }

    static Words.Wish wishOf(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return Words.wished(cookie == null ? null : cookie.getValue(),
                exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var wish = request.getQueryParams().getFirst("lang");
        if (wish == null || request.getMethod() != HttpMethod.GET || !languages.contains(wish)) {
            return chain.filter(exchange);
        }
        var response = exchange.getResponse();
        response.addCookie(ResponseCookie.from(COOKIE, wish).path("/").maxAge(Duration.ofDays(365)).sameSite("Lax")
                .httpOnly(true).secure("https".equals(request.getURI().getScheme())).build());
        response.setStatusCode(HttpStatus.SEE_OTHER);
        var clean = UriComponentsBuilder.fromUri(request.getURI()).scheme(null).host(null).port(null)
                .replaceQueryParam("lang").build(true).toUri();
        // A path that begins with two slashes would be read as another host.
        var location = clean.toString().replaceFirst("^/+", "/");
        response.getHeaders().set("Location", location.isEmpty() ? "/" : location);
        return response.setComplete();
    }
}

package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.LanguageChoice;
import jp.madoguchi.platform.text.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Takes the choice of a language. */
final class LanguageFilter implements WebFilter {

    static Languages.Wish wishOf(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(LanguageChoice.COOKIE);
        return Languages.wished(cookie == null ? null : cookie.getValue(),
                exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var wish = request.getQueryParams().getFirst(LanguageChoice.PARAMETER);
        if (wish == null || request.getMethod() != HttpMethod.GET || !LanguageChoice.isOne(wish)) {
            return chain.filter(exchange);
        }
        var response = exchange.getResponse();
        response.addCookie(LanguageChoice.remembered(wish, "https".equals(request.getURI().getScheme())));
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().set(HttpHeaders.LOCATION, LanguageChoice.cleaned(request.getURI()));
        return response.setComplete();
    }
}

package jp.madoguchi.platform.security;

import java.net.URI;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser to sign in and back; tells a program or a script in the page that it must (401). */
final class SignInFirst implements ServerAuthenticationEntryPoint {

    private static final URI START = URI.create(IdentityLogin.START);

    private final ServerRequestCache requests;
    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignInFirst(ServerRequestCache requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException thrown) {
        if (!acceptsPage(exchange.getRequest())) {
            return Mono.error(new Refusal.Unauthenticated("sign-in-needed", "ログインの有効期限が切れました。もう一度ログインしてください。"));
        }
        return requests.saveRequest(exchange).then(redirect.sendRedirect(exchange, START));
    }

    static Mono<MatchResult> isPage(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getMethod() == HttpMethod.GET && acceptsPage(request)
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    private static boolean acceptsPage(ServerHttpRequest request) {
        if (request.getHeaders().containsHeader("HX-Request")) {
            return false;
        }
        try {
            return request.getHeaders().getAccept().stream()
                    .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}

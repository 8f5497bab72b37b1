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
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser to sign in and back; tells a program or a script in the page that it must (401). */
final class SignInFirst implements ServerAuthenticationEntryPoint {

    private static final DefaultServerRedirectStrategy REDIRECT = new DefaultServerRedirectStrategy();

    private final ServerRequestCache requests;

    SignInFirst(ServerRequestCache requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException thrown) {
        if (!acceptsPage(exchange.getRequest())) {
            return Mono.error(new Refusal.Unauthenticated("sign-in-needed", "ログインの有効期限が切れました。もう一度ログインしてください。"));
        }
        return KeptForms.keep(exchange, PageSecurity.CSRF_FIELD)
                .flatMap(kept -> requests.saveRequest(kept ? asIfItAskedForTheKeptForm(exchange) : exchange))
                .then(redirect(exchange, IdentityLogin.START));
    }

    private static ServerWebExchange asIfItAskedForTheKeptForm(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(asked -> asked.method(HttpMethod.GET)
                        .uri(exchange.getRequest().getURI().resolve(KeptForms.PATH)))
                .build();
    }

    static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        return REDIRECT.sendRedirect(exchange, URI.create(path));
    }

    /** Whether somebody asks to see a page. */
    static boolean isPage(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET && acceptsPage(request);
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

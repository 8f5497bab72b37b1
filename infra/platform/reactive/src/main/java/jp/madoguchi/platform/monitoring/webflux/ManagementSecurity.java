package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.ManagementToken;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The chain of health and meters, on the management port and on that of pages: whether the program lives and is ready is told to
 * everybody, all else to whoever shows the token. It asks neither a session nor the database, so that it works when those do not.
 */
final class ManagementSecurity {

    private static final String[] OPEN = {"/livez", "/readyz", "/actuator/health", "/actuator/health/**"};

    private final ManagementToken token;
    private final Environment environment;

    ManagementSecurity(ManagementToken token, Environment environment) {
        this.token = token;
        this.environment = environment;
    }

    SecurityWebFilterChain chain(ServerHttpSecurity http) {
        return http
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/livez", "/readyz", "/actuator",
                        "/actuator/**"))
                .csrf(CsrfSpec::disable).requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> paths.pathMatchers(OPEN).permitAll().anyExchange()
                        .access((person, asked) -> Mono.just(new AuthorizationDecision(shows(asked.getExchange())))))
                .exceptionHandling(failed -> failed.authenticationEntryPoint((exchange, thrown) -> refused(exchange)))
                .build();
    }

    private boolean shows(ServerWebExchange exchange) {
        return token.isShownBy(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
    }

    /** The port of pages does not even tell that there is something to ask for. */
    private Mono<Void> refused(ServerWebExchange exchange) {
        var here = exchange.getRequest().getLocalAddress();
        var managed = environment.getProperty("local.management.port", Integer.class);
        if (here == null || managed == null || here.getPort() != managed) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        // Programs ask here; the status tells them all.
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response.setComplete();
    }
}

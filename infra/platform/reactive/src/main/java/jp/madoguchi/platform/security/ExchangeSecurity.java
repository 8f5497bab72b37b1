package jp.madoguchi.platform.security;

import jp.madoguchi.platform.problem.Refusal;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/**
 * The chain that guards what is only for the city's own programs, {@code /exchange/**}: a bearer token of identity with the scope
 * {@code exchange}, no cookie, no session, no CSRF. Give its bean a higher precedence than the chain of pages.
 */
public final class ExchangeSecurity {

    /** The scope of client-credentials tokens the exchange asks for. */
    public static final String SCOPE = "exchange";

    private ExchangeSecurity() {}

    /** Builds the chain; the keys are fetched from identity when the first token comes. */
    public static SecurityWebFilterChain chain(ServerHttpSecurity http, TownSettings town) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder
                .withJwkSetUri(town.identity().forApps("/oauth2/jwks")).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(town.identity().issuer().toString()));
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/exchange/**"))
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> paths.anyExchange().hasAuthority("SCOPE_" + SCOPE))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(decoder))
                        .authenticationEntryPoint((exchange, thrown) -> Mono.error(new Refusal.Unauthenticated(
                                "token-needed", "有効なアクセストークンが必要です。")))
                        .accessDeniedHandler((exchange, thrown) -> Mono.error(
                                new Refusal.Forbidden("scope-missing", "このアクセストークンでは連携口を使えません。"))))
                .build();
    }
}

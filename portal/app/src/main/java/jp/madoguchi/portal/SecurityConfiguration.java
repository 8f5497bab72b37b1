package jp.madoguchi.portal;

import java.time.InstantSource;
import jp.madoguchi.platform.security.ExchangeSecurity;
import jp.madoguchi.platform.security.IdentityLogin;
import jp.madoguchi.platform.security.PageSecurity;
import jp.madoguchi.platform.security.TownSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.beans.factory.ObjectProvider;
import jp.madoguchi.platform.security.ClosedAccounts;
import org.springframework.web.reactive.function.client.WebClient;
import jp.madoguchi.platform.session.SessionSettings;
import jp.madoguchi.platform.session.SignedInSessions;
import jp.madoguchi.platform.security.SignInWatches;
import jp.madoguchi.platform.security.SignInWatch;

/** Who may come in where. What a visitor may open is decided at each thing itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Sessions end with their log-in at identity, wherever that ended. */
    @Bean
    SignInWatch signInWatch(TownSettings town, SignedInSessions sessions,
            ObjectProvider<ClosedAccounts> rooms, InstantSource clock) {
        return SignInWatches.forPortal(town, WebClient.builder(), sessions, rooms, clock);
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain exchange(ServerHttpSecurity http, TownSettings town) {
        return ExchangeSecurity.chain(http, town);
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain pages(ServerHttpSecurity http, TownSettings town, SessionSettings sessions) {
        PageSecurity.on(http, sessions);
        http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(allButDraftPages()));
        IdentityLogin.forPortal(town, sessions).on(http);
        return http
                .authorizeExchange(paths -> paths.pathMatchers("/account/**").authenticated().anyExchange().permitAll())
                .build();
    }

    /**
     * Pages of a draft carry a key of their own, which lasts as long as the draft: a session that ended meanwhile must not cost
     * the applicant what was typed.
     */
    private static ServerWebExchangeMatcher allButDraftPages() {
        return new AndServerWebExchangeMatcher(CsrfWebFilter.DEFAULT_CSRF_MATCHER, new NegatedServerWebExchangeMatcher(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/applications/{draft}/pages/{page}")));
    }
}

package jp.madoguchi.identity.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Accounts;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import jp.madoguchi.identity.factor.SecondFactors;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.signin.WayBack;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.ConditionalAuthorizationManager;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two doors: the protocol endpoints, and the pages around them. */
@Configuration
class WebSecurity {

    private static final RequestMatcher AUTHORIZE = PathPatternRequestMatcher.pathPattern("/oauth2/authorize");

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.identity().issuer()).build();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new NoSessionRegistry();
    }

    /** Behind a proxy that ends TLS the request itself may not look secure. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(IdentitySettings settings) {
        return cookie -> cookie.setUseSecureCookie(settings.secure());
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, RealmContexts contexts, WayBack wayBack,
            IdentitySettings settings) {
        OidcLogoutAuthenticationSuccessHandler signedOut = new OidcLogoutAuthenticationSuccessHandler();
        signedOut.setLogoutHandler((request, response, authentication) -> {
            contexts.signOutOfToken(request);
            RealmContexts.realmOf(request).ifPresent(realm -> contexts.signOut(realm, request));
        });
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(signedOut)
                    .errorResponseHandler(WebSecurity::askBeforeSigningOut)));
        });
        return http.authorizeHttpRequests(requestsTo -> requestsTo.anyRequest().authenticated())
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(failure -> failure
                        .defaultAuthenticationEntryPointFor(toCounter(wayBack), AUTHORIZE)
                        .defaultAccessDeniedHandlerFor((request, response, denied) -> toCounter(wayBack)
                                .commence(request, response, new InsufficientAuthenticationException("one factor")),
                                AUTHORIZE))
                .logout(logout -> logout.disable()).headers(headers -> secure(headers, settings)).build();
    }

    /**
     * Every rule of {@code authenticated()} also asks for two factors from whoever must have them, whatever a log-in from
     * before the setting had proved.
     */
    @Bean
    AuthorizationManagerFactory<Object> twoFactorsWhereAsked(SecondFactors factors, Accounts accounts) {
        AuthorizationManager<Object> two = AllRequiredFactorsAuthorizationManager.anyOf(
                with(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
                with(FactorGrantedAuthority.PASSWORD_AUTHORITY, Factor.ONE_TIME_CODE_AUTHORITY),
                with(FactorGrantedAuthority.PASSWORD_AUTHORITY, Factor.RECOVERY_CODE_AUTHORITY));
        DefaultAuthorizationManagerFactory<Object> rules = new DefaultAuthorizationManagerFactory<>();
        rules.setAdditionalAuthorization(ConditionalAuthorizationManager
                .<Object>when(person -> RealmContexts.signInOf(person).isPresent()
                        && accounts.find(UUID.fromString(person.getName())).filter(factors::mustHave).isPresent())
                .whenTrue(two).whenFalse((person, what) -> new AuthorizationDecision(true)).build());
        return rules;
    }

    private static AllRequiredFactorsAuthorizationManager<Object> with(String... authorities) {
        AllRequiredFactorsAuthorizationManager.Builder<Object> all = AllRequiredFactorsAuthorizationManager.builder();
        for (String authority : authorities) {
            all.requireFactor(RequiredFactor.withAuthority(authority).build());
        }
        return all.build();
    }

    /** For the apps: which log-ins have ended. */
    @Bean
    @Order(0)
    SecurityFilterChain forApps(HttpSecurity http) {
        return http.securityMatcher("/sign-ins/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_" + Clients.SIGN_INS))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache())).csrf(csrf -> csrf.disable())
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults())).build();
    }

    /** All of these pages are open; those of one's own account look at {@link RealmContexts} themselves. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings) {
        CookieCsrfTokenRepository formTokens = new CookieCsrfTokenRepository();
        formTokens.setCookieName("MADOGUCHI_IDENTITY_FORM");
        formTokens.setCookieCustomizer(
                cookie -> cookie.secure(settings.secure()).sameSite("Lax").httpOnly(true).path("/"));
        return http
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.TRACE).denyAll().anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .securityContext(
                        context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache())).logout(logout -> logout.disable())
                .exceptionHandling(failure -> failure.accessDeniedHandler((request, response, denied) -> response
                        .sendError(HttpServletResponse.SC_FORBIDDEN)))
                .headers(headers -> secure(headers, settings)).build();
    }

    /** The counter belongs to the client that asks. */
    private static AuthenticationEntryPoint toCounter(WayBack wayBack) {
        return (request, response, why) -> {
            Optional<Realm> realm = RealmContexts.realmOf(request);
            realm.ifPresent(asked -> wayBack.remember(asked, request));
            response.sendRedirect(realm.map(asked -> "/login/" + asked.code()).orElse("/login"));
        };
    }

    /** An ID token nobody knows proves nothing, so the person is asked. */
    private static void askBeforeSigningOut(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException why) throws IOException {
        response.sendRedirect("/sign-out");
    }

    private static void secure(HeadersConfigurer<HttpSecurity> headers, IdentitySettings settings) {
        // A form that logs in is answered by redirects that end in one of the apps, and browsers apply form-action to
        // those too.
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + settings.portal().baseUrl() + " " + settings.backoffice().baseUrl()));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}

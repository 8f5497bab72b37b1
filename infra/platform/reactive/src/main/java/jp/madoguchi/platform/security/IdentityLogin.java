package jp.madoguchi.platform.security;

import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.SecondFactorRule;
import jp.madoguchi.platform.session.SessionSettings;
import java.net.URI;
import java.util.Map;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.security.core.AuthenticationException;
import reactor.core.publisher.Mono;

/**
 * Signing in and out through identity: authorization code with PKCE and a client secret. All endpoints are named, none is discovered,
 * so an app starts while identity is down.
 *
 * <p>Sign-in begins at {@link #START}, sign-out is a POST to {@link #SIGN_OUT} with the CSRF field and ends the session here and at
 * identity.
 */
public final class IdentityLogin {

    /** Go here to sign in; afterwards the visitor returns to the page that asked for it, or to the start page. */
    public static final String START = Realm.LOGIN_START;

    /** Post here to sign out. */
    public static final String SIGN_OUT = "/logout";

    private static final String REGISTRATION = "identity";

    private final Realm realm;
    private final SecondFactorRule secondFactor;
    private final ReactiveClientRegistrationRepository registrations;
    private final ServerRequestCache requests;
    private final SignInsBegun begun;

    private IdentityLogin(Realm realm, TownSettings town, ClientRegistration registration, SessionSettings sessions) {
        this.realm = realm;
        this.secondFactor = town.identity().secondFactor();
        this.registrations = new InMemoryReactiveClientRegistrationRepository(registration);
        this.requests = new PageAskedFor(sessions);
        this.begun = new SignInsBegun(registration, sessions);
    }

    /** Sign-in of residents at the portal; cookies are named as the app's session. */
    public static IdentityLogin forPortal(TownSettings town, SessionSettings sessions) {
        return new IdentityLogin(Realm.RESIDENT, town, registration(town, "portal", town.portal().baseUrl()), sessions);
    }

    /** Sign-in of staff at the back office; cookies are named as the app's session. */
    public static IdentityLogin forBackoffice(TownSettings town, SessionSettings sessions) {
        return new IdentityLogin(Realm.STAFF, town, registration(town, "backoffice", town.backoffice().baseUrl()),
                sessions);
    }

    private static ClientRegistration registration(TownSettings town, String clientId, URI baseUrl) {
        TownSettings.Identity identity = town.identity();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(town.secretOf(clientId))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(baseUrl + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile", "email")
                .issuerUri(identity.issuer().toString())
                .authorizationUri(identity.forBrowsers("/oauth2/authorize"))
                .tokenUri(identity.forApps("/oauth2/token"))
                .jwkSetUri(identity.forApps("/oauth2/jwks"))
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", identity.forBrowsers("/connect/logout")))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .clientName("Madoguchi")
                .build();
    }

    /** Adds sign-in and sign-out to an app's chain. */
    public void on(ServerHttpSecurity http) {
        RedirectServerAuthenticationSuccessHandler back = new RedirectServerAuthenticationSuccessHandler("/");
        back.setRequestCache(requests);
        http.requestCache(cache -> cache.requestCache(requests));
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new ForgottenTokens())
                .authorizationRequestRepository(begun)
                .authorizationRequestResolver(new DefaultServerOAuth2AuthorizationRequestResolver(registrations))
                .authenticationManager(manager())
                .authenticationSuccessHandler(back)
                .authenticationFailureHandler(IdentityLogin::failed));
        http.exceptionHandling(asked -> asked.authenticationEntryPoint(new SignInFirst(requests)));
        http.logout(out -> out.requiresLogout(ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, SIGN_OUT))
                .logoutHandler(new DelegatingServerLogoutHandler(new SecurityContextServerLogoutHandler(),
                        new WebSessionServerLogoutHandler()))
                .logoutSuccessHandler(endAtIdentity()));
    }

    private OidcAuthorizationCodeReactiveAuthenticationManager manager() {
        return new OidcAuthorizationCodeReactiveAuthenticationManager(
                new WebClientReactiveAuthorizationCodeTokenResponseClient(), new ClaimsReader(realm, secondFactor));
    }

    private OidcClientInitiatedServerLogoutSuccessHandler endAtIdentity() {
        OidcClientInitiatedServerLogoutSuccessHandler handler = new OidcClientInitiatedServerLogoutSuccessHandler(
                registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        handler.setLogoutSuccessUrl(URI.create("/"));
        return handler;
    }

    private static Mono<Void> failed(WebFilterExchange exchange, AuthenticationException thrown) {
        String code = thrown instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "";
        return Mono.error(switch (code) {
            case ClaimsReader.WRONG_REALM -> new Refusal.Forbidden("wrong-realm",
                    "このアカウントでは、ここに入れません。いったんログアウトして、別のアカウントでログインしてください。");
            case ClaimsReader.SECOND_FACTOR_MISSING -> new Refusal.Forbidden("second-factor-missing",
                    "2段階認証をしていないログインでは、ここに入れません。いったんログアウトして、もう一度ログインしてください。");
            case "access_denied" -> new Refusal.Forbidden("sign-in-declined", "ログインが取りやめられました。もう一度ログインしてください。");
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_grant", "invalid_nonce" ->
                new Refusal.Gone(
                        "sign-in-stale", "ログインの途中で時間がたったか、別の画面でログインが行われました。トップページから、もう一度ログインしてください。");
            default -> new SignInFailed(thrown);
        });
    }
}

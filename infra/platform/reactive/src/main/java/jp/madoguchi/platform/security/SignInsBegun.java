package jp.madoguchi.platform.security;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.platform.session.SessionSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sign-ins that are under way, each in a cookie of the browser in which it began, so that whoever only follows the link to it leaves no
 * row. The cookie holds what is random in the request: state, nonce and code verifier. An answer is taken only from the browser
 * that has the same state (RFC 6749, 10.12), and its code is of no use without this app's client secret.
 */
final class SignInsBegun implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Long enough to open an account on the way. */
    private static final Duration AGE = Duration.ofMinutes(30);
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_=-]{16,200}");
    private static final Pattern SEPARATOR = Pattern.compile("\\.");

    private final ClientRegistration identity;
    private final OwnCookie cookie;

    SignInsBegun(ClientRegistration identity, SessionSettings settings) {
        this.identity = identity;
        this.cookie = new OwnCookie(settings, "SIGN_IN", AGE);
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono
                .fromRunnable(() -> cookie.write(exchange, String.join(".", Objects.requireNonNull(request.getState()),
                        random(request, OidcParameterNames.NONCE), random(request, PkceParameterNames.CODE_VERIFIER))));
    }

    private static String random(OAuth2AuthorizationRequest request, String name) {
        return Objects.requireNonNull(request.<String>getAttribute(name), name);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.read(exchange).flatMap(this::request).filter(request -> Objects.equals(
                request.getState(), exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE))));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> cookie.remove(exchange));
    }

    private Optional<OAuth2AuthorizationRequest> request(String kept) {
        String[] values = SEPARATOR.split(kept, -1);
        for (String value : values) {
            if (values.length != 3 || !VALUE.matcher(value).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(OAuth2AuthorizationRequest.authorizationCode()
                .clientId(identity.getClientId())
                .authorizationUri(Objects.requireNonNull(identity.getProviderDetails().getAuthorizationUri()))
                .redirectUri(identity.getRedirectUri())
                .scopes(identity.getScopes())
                .state(values[0])
                .attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, identity.getRegistrationId(),
                        OidcParameterNames.NONCE, values[1], PkceParameterNames.CODE_VERIFIER, values[2]))
                .build());
    }
}

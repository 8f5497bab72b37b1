package jp.madoguchi.platform.security;

import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Client-credentials tokens for calls of one program to another, fetched when needed and kept until they end. */
final class ClientTokens {

    private ClientTokens() {}

    /** Adds the token of this client to every call. */
    static ServerOAuth2AuthorizedClientExchangeFilterFunction of(TownSettings town, String clientId, String scope) {
        ReactiveClientRegistrationRepository registrations = new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(clientId)
                        .clientId(clientId)
                        .clientSecret(town.secretOf(clientId))
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(scope)
                        .tokenUri(town.identity().forApps("/oauth2/token"))
                        .build());
        AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager manager = new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                registrations, new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(
                ReactiveOAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
        ServerOAuth2AuthorizedClientExchangeFilterFunction tokens = new ServerOAuth2AuthorizedClientExchangeFilterFunction(
                manager);
        tokens.setDefaultClientRegistrationId(clientId);
        return tokens;
    }
}

package jp.madoguchi.platform.security;

import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;

/** The back office's way to the portal: every call carries a client-credentials token, fetched when needed and kept until it ends. */
public final class ExchangeClient {

    private static final String REGISTRATION = "exchange";

    private ExchangeClient() {}

    /**
     * A client whose base address is the portal.
     *
     * @param builder with the app's own timeouts and metrics; is cloned
     */
    public static WebClient toPortal(WebClient.Builder builder, TownSettings town) {
        ReactiveClientRegistrationRepository registrations = new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(REGISTRATION)
                        .clientSecret(town.secretOf(REGISTRATION))
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(ExchangeSecurity.SCOPE)
                        .tokenUri(town.identity().forApps("/oauth2/token"))
                        .build());
        AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager manager = new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                registrations,
                new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(
                ReactiveOAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
        ServerOAuth2AuthorizedClientExchangeFilterFunction tokens = new ServerOAuth2AuthorizedClientExchangeFilterFunction(
                manager);
        tokens.setDefaultClientRegistrationId(REGISTRATION);
        return builder.clone().baseUrl(town.portal().baseUrl().toString()).filter(tokens).build();
    }
}

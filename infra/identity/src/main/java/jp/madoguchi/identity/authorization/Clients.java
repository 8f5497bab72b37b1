package jp.madoguchi.identity.authorization;

import java.time.Duration;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.platform.realm.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The three clients there are, brought up to date with the settings at every start, before the port is opened. Not when they are made:
 * the training run of the image ends before the start and has no database.
 */
final class Clients implements SmartLifecycle {

    private static final String EXCHANGE = "exchange";

    /** Lets an app ask which log-ins have ended. */
    static final String SIGN_INS = "sign-ins";

    /** Long enough for one back-channel call; log-ins in the apps have sessions of their own. */
    private static final Duration ACCESS = Duration.ofMinutes(5);

    private final PasswordEncoder secrets = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final IdentitySettings settings;
    private final RegisteredClientRepository repository;
    private volatile boolean registered;

    Clients(IdentitySettings settings, RegisteredClientRepository repository) {
        this.settings = settings;
        this.repository = repository;
    }

    @Override
    public void start() {
        register();
        registered = true;
    }

    @Override
    public void stop() {
        registered = false;
    }

    @Override
    public boolean isRunning() {
        return registered;
    }

    /** Before the port is opened. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void register() {
        IdentitySettings.Clients clients = settings.clients();
        app(Realm.RESIDENT, "市民ポータル", settings.portal(), clients.portal());
        app(Realm.STAFF, "職員システム", settings.backoffice(), clients.backoffice());
        exchange(clients.exchange());
    }

    private void app(Realm realm, String name, IdentitySettings.Site site,
            IdentitySettings.Client client) {
        String secret = secret(repository.findByClientId(realm.clientId()), client);
        repository.save(client(realm.clientId(), name, secret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope(SIGN_INS)
                .redirectUri(site.baseUrl() + "/login/oauth2/code/identity")
                .postLogoutRedirectUri(site.baseUrl() + "/")
                .scope(OidcScopes.OPENID).scope(OidcScopes.PROFILE).scope(OidcScopes.EMAIL)
                .clientSettings(
                        ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .build());
    }

    private void exchange(IdentitySettings.Client client) {
        String secret = secret(repository.findByClientId(EXCHANGE), client);
        repository.save(client(EXCHANGE, "庁内連携", secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope(EXCHANGE)
                .clientSettings(ClientSettings.builder().requireProofKey(false).build()).build());
    }

    private static RegisteredClient.Builder client(String clientId, String name, String secret) {
        return RegisteredClient.withId(clientId).clientId(clientId).clientName(name).clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS)
                        .authorizationCodeTimeToLive(Duration.ofMinutes(2)).build());
    }

    /** The stored hash while it still is of the secret in the settings, else a new one. */
    private String secret(@Nullable RegisteredClient stored, IdentitySettings.Client client) {
        String hash = stored == null ? null : stored.getClientSecret();
        return hash != null && secrets.matches(client.secret(), hash) ? hash : secrets.encode(client.secret());
    }
}

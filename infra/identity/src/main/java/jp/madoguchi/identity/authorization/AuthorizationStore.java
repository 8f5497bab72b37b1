package jp.madoguchi.identity.authorization;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import jp.madoguchi.identity.IdentitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Clients and authorizations in the database. */
@Configuration
class AuthorizationStore {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationStore.class);

    /** A log-out names the ID token of its log-in, and no session of the apps lasts longer. */
    private static final Duration KEPT = Duration.ofDays(2);

    @Bean
    RegisteredClientRepository registeredClients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    @Bean
    Clients clients(IdentitySettings settings, RegisteredClientRepository repository) {
        return new Clients(settings, repository);
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new ReadableAuthorizations(jdbc, clients);
    }

    @Bean
    OAuth2AuthorizationConsentService consents(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }

    @Bean
    Sweep sweep(JdbcClient jdbc, InstantSource clock) {
        return new Sweep(jdbc, clock);
    }

    /** Removes authorizations nobody can use any more. */
    record Sweep(JdbcClient jdbc, InstantSource clock) {

        @Scheduled(cron = "0 7 * * * *")
        void run() {
            int gone = jdbc.sql("""
                    delete from oauth2_authorization
                     where coalesce(access_token_issued_at, authorization_code_issued_at) < :before
                    """).param("before", Timestamp.from(clock.instant().minus(KEPT))).update();
            LOG.debug("removed {} old authorizations", gone);
        }
    }
}

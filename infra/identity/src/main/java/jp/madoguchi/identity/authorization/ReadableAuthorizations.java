package jp.madoguchi.identity.authorization;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Authorizations in the database, as JSON whose form is Spring Security's: it names classes of an allowed list. One that another release
 * wrote in a form this one cannot read is absent: its code buys nothing, and the app sends the person to log in anew.
 */
final class ReadableAuthorizations extends JdbcOAuth2AuthorizationService {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableAuthorizations.class);

    ReadableAuthorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        super(jdbc, clients);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return readable(() -> super.findById(id));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return readable(() -> super.findByToken(token, type));
    }

    private static @Nullable OAuth2Authorization readable(Supplier<@Nullable OAuth2Authorization> look) {
        try {
            return look.get();
        } catch (IllegalArgumentException unreadable) {
            // What it says stands in no log.
            LOG.warn("an authorization is not understood: {}", unreadable.getClass().getName());
            return null;
        }
    }
}

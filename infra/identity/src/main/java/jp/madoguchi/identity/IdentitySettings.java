package jp.madoguchi.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.platform.realm.SecondFactorRule;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the identity app.
 *
 * @param demo
 *            whether the made-up accounts of the local town exist; never true in a city
 */
@ConfigurationProperties("madoguchi")
public record IdentitySettings(Site portal, Site backoffice, Identity identity, Clients clients,
        @DefaultValue("false") boolean demo) {

    /** @param baseUrl where an app is reached by a browser, without a trailing slash */
    public record Site(String baseUrl) {
        public Site {
            baseUrl = webAddress(baseUrl);
        }

        /** Where the app itself begins a log-in. */
        public String loginStart() {
            return baseUrl + Realm.LOGIN_START;
        }
    }

    /**
     * @param issuer
     *            the address of this app as tokens name it
     * @param keyEncryptionKey
     *            32 bytes in Base64; seals the signing keys and waiting mail in the database
     * @param keyLifetime
     *            how long a signing key signs before the next takes over
     * @param officeNetworks
     *            networks (CIDR) whose many people share few addresses: not slowed per address, only per account
     * @param staffRoster
     *            a CSV file with all staff, taken over at every start (see docs/identity.md), or null
     * @param staffReentry
     *            how long after a log-in of staff an app may enter without asking for the password again
     * @param staffIdle
     *            after this time without use the pages of this server ask staff for the password again
     * @param secondFactor
     *            who must prove more than a password
     */
    public record Identity(String issuer, @Nullable String keyEncryptionKey,
            @DefaultValue("90d") Duration keyLifetime, @DefaultValue List<String> officeNetworks,
            @Nullable String staffRoster, @DefaultValue("60s") Duration staffReentry,
            @DefaultValue("10m") Duration staffIdle, @DefaultValue SecondFactorRule secondFactor) {
        public Identity {
            issuer = webAddress(issuer);
        }
    }

    /** The three OAuth clients. */
    public record Clients(Client portal, Client backoffice, Client exchange) {}

    /** @param secret what the client proves itself with; at least 16 characters */
    public record Client(String secret) {
        public Client {
            if (secret == null || secret.length() < 16) {
                throw new IllegalArgumentException("madoguchi.clients.*.secret needs at least 16 characters");
            }
        }

        @Override
        public String toString() {
            return "Client[secret withheld]";
        }
    }

    /** Whether the browser reaches this app over TLS, so that cookies may demand it. */
    public boolean secure() {
        return identity.issuer().startsWith("https:");
    }

    private static String webAddress(String value) {
        URI uri = URI.create(value);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("not a web address: " + value);
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }
}

package jp.madoguchi.platform.security;

import jp.madoguchi.platform.realm.SecondFactorRule;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the parts of the town are, and the secrets by which the apps know each other.
 *
 * @param portal the portal as browsers reach it
 * @param backoffice the back office as browsers reach it
 * @param identity the authorization server
 * @param clients OAuth client secrets by client id: {@code portal}, {@code backoffice}, {@code exchange}
 */
@ConfigurationProperties("madoguchi")
public record TownSettings(@DefaultValue Site portal, @DefaultValue Site backoffice, Identity identity,
        @DefaultValue Map<String, Client> clients) {

    /**
     * @param baseUrl as browsers reach it, without a slash at the end
     * @param internalUrl as the other programs reach it, when that is another address
     */
    public record Site(@DefaultValue("http://localhost:8080") URI baseUrl, @Nullable URI internalUrl) {

        URI forApps() {
            return internalUrl == null ? baseUrl : internalUrl;
        }
    }

    /**
     * @param issuer as it stands in tokens and as browsers reach it
     * @param internalUrl as the apps reach it, when that is another address
     * @param secondFactor whose log-ins the apps refuse when only a password was proved
     */
    public record Identity(URI issuer, @Nullable URI internalUrl, @DefaultValue SecondFactorRule secondFactor) {

        /** A page of identity for browsers. */
        public String forBrowsers(String path) {
            return issuer + path;
        }

        /** An endpoint of identity for the apps themselves. */
        public String forApps(String path) {
            return (internalUrl == null ? issuer : internalUrl) + path;
        }
    }

    /** @param secret shared with identity */
    public record Client(String secret) {

        @Override
        public String toString() {
            return "Client[hidden]";
        }
    }

    /**
     * The secret of one of the town's OAuth clients.
     *
     * @throws IllegalStateException when the settings lack it
     */
    public String secretOf(String clientId) {
        Client client = clients.get(clientId);
        if (client == null) {
            throw new IllegalStateException("the setting madoguchi.clients." + clientId + ".secret is missing");
        }
        return client.secret();
    }
}

package jp.madoguchi.platform.security;

import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import org.springframework.web.reactive.function.client.WebClient;

/** The back office's way to the portal: every call carries a client-credentials token, fetched when needed and kept until it ends,
 * and the id of the request it is made for. */
public final class ExchangeClient {

    private static final String CLIENT = "exchange";

    private ExchangeClient() {}

    /**
     * A client whose base address is the portal.
     *
     * @param builder with the app's own timeouts and metrics; is cloned
     */
    public static WebClient toPortal(WebClient.Builder builder, TownSettings town) {
        return builder.clone()
                .baseUrl(town.portal().baseUrl().toString())
                .filter(RequestIds.handedOn())
                .filter(ClientTokens.of(town, CLIENT, ExchangeSecurity.SCOPE))
                .build();
    }
}

package jp.madoguchi.portal;

import java.time.Instant;

import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.exchange.PublishedVersion;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Calls the exchange as the back office does: through the interface, over HTTP.
 */
final class ExchangeCaller {

    private final PortalExchange exchange;

    ExchangeCaller(PortalServer portal) {
        this(portal, portal.identity().exchangeToken());
    }

    ExchangeCaller(PortalServer portal, String token) {
        var client = WebClient.builder().baseUrl(portal.address())
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024)).build();
        this.exchange = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build()
                .createClient(PortalExchange.class);
    }

    PortalExchange exchange() {
        return exchange;
    }

    void publish(String procedure, int version, String definition, String hash) {
        exchange.publish(procedure, version, new PublishedVersion(definition, hash, Instant.now())).block();
    }
}

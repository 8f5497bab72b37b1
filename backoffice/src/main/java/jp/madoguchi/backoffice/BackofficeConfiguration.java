package jp.madoguchi.backoffice;

import java.time.InstantSource;
import io.r2dbc.spi.ConnectionFactory;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.security.ExchangeClient;
import jp.madoguchi.platform.security.TownSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What every room of the back office shares: the time, the database and the way to the portal. */
@Configuration(proxyBeanMethods = false)
class BackofficeConfiguration {

    /** 500 consignments of generous forms stay well below this. */
    private static final int LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    /** Calls go from inside outwards only; the portal knows no way in. */
    @Bean
    @ConditionalOnMissingBean
    PortalExchange portalExchange(TownSettings town) {
        var client = ExchangeClient.toPortal(WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES)), town);
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build()
                .createClient(PortalExchange.class);
    }
}

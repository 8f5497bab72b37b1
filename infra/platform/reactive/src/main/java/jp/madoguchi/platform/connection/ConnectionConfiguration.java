package jp.madoguchi.platform.connection;

import jp.madoguchi.platform.network.TrustedProxies;
import java.util.List;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import reactor.netty.resources.LoopResources;

/** Import into a reactive app; its readiness group names {@code poolProbe}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
public class ConnectionConfiguration {

    @Bean
    HttpHandlerDecoratorFactory uncancelledHandling() {
        return new UncancelledHandling();
    }

    @Bean
    TrustedProxies trustedProxies(@Value("${madoguchi.trusted-proxies:}") List<String> networks) {
        return new TrustedProxies(networks);
    }

    @Bean
    SharedNetworks sharedNetworks(@Value("${madoguchi.shared-networks:}") List<String> networks) {
        return new SharedNetworks(networks);
    }

    /** Found by its name; where it stands, nobody else may believe these headers. */
    @Bean
    ForwardedHeaderTransformer forwardedHeaderTransformer(TrustedProxies proxies) {
        return new TrustedForwardedHeaders(proxies);
    }

    @Bean
    ConnectionBounds connectionBounds(ConnectionSettings settings, TrustedProxies proxies, SharedNetworks shared) {
        return new ConnectionBounds(settings, proxies, shared);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> boundedServer(ConnectionBounds bounds) {
        return factory -> factory.addServerCustomizers(bounds::on);
    }

    /**
     * Each connection to the database gets the next loop in turn. By default one that is opened while another is being read, as most are, stays on
     * that one's loop, until most of the work is done on one or two of them.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        return LoopResources.create("database", 1, LoopResources.DEFAULT_IO_WORKER_COUNT, true, false);
    }

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer onDatabaseLoops(LoopResources databaseLoops) {
        return options -> options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, databaseLoops);
    }

    @Bean
    PoolProbe poolProbe(DatabaseClient database, ConnectionPool pool, ConnectionSettings settings) {
        return new PoolProbe(database, pool, settings);
    }
}

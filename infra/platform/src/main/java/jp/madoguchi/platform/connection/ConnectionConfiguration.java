package jp.madoguchi.platform.connection;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** Import into a reactive app; its readiness group names {@code poolProbe}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
public class ConnectionConfiguration {

    @Bean
    HttpHandlerDecoratorFactory uncancelledHandling() {
        return new UncancelledHandling();
    }

    @Bean
    PoolProbe poolProbe(DatabaseClient database, ConnectionPool pool, ConnectionSettings settings) {
        return new PoolProbe(database, pool, settings);
    }
}

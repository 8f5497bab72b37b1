package jp.madoguchi.platform.signal;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import into an app whose nodes wake each other: one connection of its own besides the pool. */
@Configuration(proxyBeanMethods = false)
public class SignalConfiguration {

    @Bean
    DatabaseSignals databaseSignals(ConnectionPool pool) {
        return new DatabaseSignals(pool.unwrap());
    }
}

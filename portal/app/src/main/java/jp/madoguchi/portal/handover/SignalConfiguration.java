package jp.madoguchi.portal.handover;

import java.util.Set;
import io.r2dbc.pool.ConnectionPool;
import jp.madoguchi.platform.signal.DatabaseSignals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection of the portal's own, besides the pool, over which its nodes wake each other. */
@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    @Bean
    DatabaseSignals databaseSignals(ConnectionPool pool) {
        return new DatabaseSignals(pool.unwrap(), Set.of(ArrivalSignal.CHANNEL));
    }
}

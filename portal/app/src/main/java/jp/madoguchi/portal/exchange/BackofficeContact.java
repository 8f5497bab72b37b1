package jp.madoguchi.portal.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import jp.madoguchi.platform.meter.Since;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackofficeContact {

    /** The back office asks all the time, whether or not there is anything; each copy of the portal knows only of those it answered. */
    @Bean
    Since asked(InstantSource clock, MeterRegistry meters) {
        return new Since("madoguchi.exchange.contact",
                "How long ago the back office asked for what residents handed in",
                clock, meters);
    }
}

package jp.madoguchi.platform.queue.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import to have meters of every {@link MeteredQueue}. */
@Configuration(proxyBeanMethods = false)
public class QueueMetersConfiguration {

    @Bean
    QueueMeters queueMeters(List<MeteredQueue> queues, MeterRegistry meters) {
        return new QueueMeters(queues, meters);
    }
}

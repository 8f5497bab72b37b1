package jp.madoguchi.backoffice.dispatch;

import java.time.Duration;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import jp.madoguchi.platform.queue.r2dbc.MeteredQueue;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import jp.madoguchi.platform.trace.Tracing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    /** What was said to an applicant stands in the case; a copy of it that nobody reads is not kept. */
    private static final QueueTable TABLE = QueueTable.of("dispatch", "created_at", "stream", "kind", "body",
            QueueTable.TRACE)
            .inLanesOf("stream", "position").ofKinds("kind")
            .keptWhenDone("sent_at = statement_timestamp(), body = case when kind = 'update' then '' else body end");

    /** What an applicant must learn is never given up. */
    private static final RetryPolicy POLICY = RetryPolicy.forEver(Duration.ofSeconds(60), Duration.ofSeconds(1),
            Duration.ofMinutes(5));

    @Bean
    R2dbcQueue<Outgoing> dispatchQueue(DatabaseClient database, Tracing tracing) {
        return new R2dbcQueue<>(database, new DurableQueue(TABLE, POLICY, Throwable::toString), Outgoing::of,
                tracing);
    }

    @Bean
    MeteredQueue dispatchDepth(R2dbcQueue<Outgoing> dispatchQueue) {
        return new MeteredQueue("dispatch", dispatchQueue::status);
    }
}

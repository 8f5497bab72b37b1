package jp.madoguchi.portal.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the back office has not fetched yet, for operators: {@code madoguchi.handover.waiting} and
 * {@code madoguchi.handover.oldest} (seconds the oldest waits). Measured every 15 seconds, so that looking at them costs
 * nothing.
 */
@Component
class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final DatabaseClient database;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    Waiting(DatabaseClient database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("madoguchi.handover.waiting", waiting, AtomicLong::doubleValue).register(meters);
        Gauge.builder("madoguchi.handover.oldest", oldest, AtomicLong::doubleValue).baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    Mono<Void> measure() {
        return database
                .sql("select count(*) as waiting, min(at) as since from consignment where acknowledged_at is null")
                .map(row -> {
                    waiting.set(row.get("waiting", Long.class));
                    oldest.set(secondsSince(row.get("since", Instant.class)));
                    return true;
                }).one()
                .doOnError(failed -> LOG.warn("what waits for the back office could not be counted", failed))
                .onErrorComplete().then();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    }
}

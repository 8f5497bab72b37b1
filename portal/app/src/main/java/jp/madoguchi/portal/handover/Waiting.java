package jp.madoguchi.portal.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the back office has not fetched yet, for operators: {@code madoguchi.handover.waiting} and
 * {@code madoguchi.handover.oldest} (seconds the oldest waits). Measured every 15 seconds, so that looking at them costs
 * nothing.
 */
@Component
class Waiting extends PeriodicWork {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final DatabaseClient database;
    private final InstantSource clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    Waiting(DatabaseClient database, InstantSource clock, MeterRegistry meters) {
        super(EVERY);
        this.database = database;
        this.clock = clock;
        Gauge.builder("madoguchi.handover.waiting", waiting, AtomicLong::doubleValue).register(meters);
        Gauge.builder("madoguchi.handover.oldest", oldest, AtomicLong::doubleValue).baseUnit("seconds")
                .register(meters);
    }

    @Override
    protected Mono<?> round() {
        return database
                .sql("select count(*) as waiting, min(at) as since from consignment where acknowledged_at is null")
                .map(row -> {
                    waiting.set(row.get("waiting", Long.class));
                    oldest.set(secondsSince(row.get("since", Instant.class)));
                    return true;
                }).one();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    }
}

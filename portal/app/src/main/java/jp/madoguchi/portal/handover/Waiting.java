package jp.madoguchi.portal.handover;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.madoguchi.platform.meter.Measuring;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the back office has not fetched yet: {@code madoguchi.handover.waiting} and {@code madoguchi.handover.oldest} (seconds). */
@Component
class Waiting extends Measuring {

    private final DatabaseClient database;
    private final InstantSource clock;
    private final Figure waiting;
    private final Figure oldest;

    Waiting(DatabaseClient database, InstantSource clock, MeterRegistry meters) {
        super(meters);
        this.database = database;
        this.clock = clock;
        this.waiting = figure("madoguchi.handover.waiting", null,
                "What residents handed in and the back office has not acknowledged");
        this.oldest = figure("madoguchi.handover.oldest", "seconds", "For how long the oldest of it has waited");
    }

    @Override
    protected Mono<?> look() {
        return database
                .sql("select count(*) as waiting, min(at) as since from consignment where acknowledged_at is null")
                .map(row -> {
                    waiting.is(row.get("waiting", Long.class));
                    oldest.is(secondsSince(row.get("since", Instant.class)));
                    return true;
                }).one();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    }
}

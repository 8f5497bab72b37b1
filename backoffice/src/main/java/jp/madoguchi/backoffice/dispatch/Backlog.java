package jp.madoguchi.backoffice.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.queue.Stuck;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far the back office lags behind the portal and its own queue, for operators: {@code madoguchi.dispatch.lag} (seconds the oldest
 * unsent item waits), {@code madoguchi.dispatch.unsent}, {@code madoguchi.intake.parked}, {@code madoguchi.cases.unclaimed} and
 * {@code madoguchi.cases.unclaimed.oldest} (seconds). Measured every 15 seconds, so that looking at them costs nothing.
 */
@Component
public class Backlog extends PeriodicWork {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final R2dbcQueue<Outgoing> queue;
    private final DatabaseClient database;
    private final InstantSource clock;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong unclaimed = new AtomicLong();
    private final AtomicLong oldestUnclaimed = new AtomicLong();

    Backlog(R2dbcQueue<Outgoing> queue, DatabaseClient database, InstantSource clock, MeterRegistry meters) {
        super(EVERY);
        this.queue = queue;
        this.database = database;
        this.clock = clock;
        gauge(meters, "madoguchi.dispatch.unsent", unsent, null);
        gauge(meters, "madoguchi.dispatch.lag", lag, "seconds");
        gauge(meters, "madoguchi.intake.parked", parked, null);
        gauge(meters, "madoguchi.cases.unclaimed", unclaimed, null);
        gauge(meters, "madoguchi.cases.unclaimed.oldest", oldestUnclaimed, "seconds");
    }

    private static void gauge(MeterRegistry meters, String name, AtomicLong value, @Nullable String unit) {
        Gauge.builder(name, value, AtomicLong::doubleValue).baseUnit(unit).register(meters);
    }

    /** What did not reach the portal at the first try, oldest first. */
    public Flux<Stuck> stuck() {
        return queue.stuck(200);
    }

    @Override
    protected Mono<?> round() {
        return queue.status().doOnNext(status -> {
            unsent.set(status.waiting() + status.givenUp());
            lag.set(status.oldest().toSeconds());
        }).then(others());
    }

    private Mono<Boolean> others() {
        return database.sql("""
                select (select count(*) from parked_consignment) as parked,
                    (select count(*) from case_file where closed_at is null and state = 'arrived') as unclaimed,
                    (select min(arrived_at) from case_file where closed_at is null and state = 'arrived') as oldest
                """).map(row -> {
            parked.set(row.get("parked", Long.class));
            unclaimed.set(row.get("unclaimed", Long.class));
            oldestUnclaimed.set(secondsSince(row.get("oldest", Instant.class)));
            return true;
        }).one();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    }
}

package jp.madoguchi.backoffice.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.madoguchi.platform.meter.Measuring;
import jp.madoguchi.platform.queue.Stuck;
import jp.madoguchi.platform.queue.r2dbc.R2dbcQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What lies and waits in the back office: {@code madoguchi.cases.unclaimed} and {@code madoguchi.cases.unclaimed.oldest} (seconds). How the
 * queues stand is told by their own meters.
 */
@Component
public class Backlog extends Measuring {

    private final R2dbcQueue<Outgoing> queue;
    private final DatabaseClient database;
    private final InstantSource clock;
    private final Figure unclaimed;
    private final Figure oldestUnclaimed;

    Backlog(R2dbcQueue<Outgoing> queue, DatabaseClient database, InstantSource clock, MeterRegistry meters) {
        super(meters);
        this.queue = queue;
        this.database = database;
        this.clock = clock;
        this.unclaimed = figure("madoguchi.cases.unclaimed", null, "Cases that nobody has taken on yet");
        this.oldestUnclaimed = figure("madoguchi.cases.unclaimed.oldest", "seconds",
                "How long ago the oldest of them arrived");
    }

    /** What did not reach the portal at the first try, oldest first. */
    public Flux<Stuck> stuck() {
        return queue.stuck(200);
    }

    @Override
    protected Mono<?> look() {
        return database.sql("""
                select (select count(*) from case_file where closed_at is null and state = 'arrived') as unclaimed,
                    (select min(arrived_at) from case_file where closed_at is null and state = 'arrived') as oldest
                """).map(row -> {
            unclaimed.is(row.get("unclaimed", Long.class));
            oldestUnclaimed.is(secondsSince(row.get("oldest", Instant.class)));
            return true;
        }).one();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    }
}

package jp.madoguchi.platform.connection;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Takes a connection out of the pool every few seconds and asks the database something with it. Readiness tells what came of it, so
 * that a program that gets no connection any more is taken out of service instead of letting everybody wait; asking for readiness
 * itself costs nothing, however often it is done.
 */
final class PoolProbe extends PeriodicWork implements ReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(PoolProbe.class);

    private final DatabaseClient database;
    private final ConnectionPool pool;
    private final ConnectionSettings settings;
    private final FailureLog failures = new FailureLog(LOG);
    private volatile Health found = Health.unknown().build();

    PoolProbe(DatabaseClient database, ConnectionPool pool, ConnectionSettings settings) {
        super(settings.probeEvery());
        this.database = database;
        this.pool = pool;
        this.settings = settings;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> found);
    }

    @Override
    protected Mono<?> round() {
        return Uncancellable.of(database.sql("select 1").map(row -> true).one())
                .timeout(settings.probePatience())
                .map(answered -> Health.up().build())
                .onErrorResume(failed -> Mono.fromSupplier(() -> down(failed)))
                .doOnNext(now -> found = now);
    }

    private Health down(Throwable failed) {
        PoolMetrics metrics = pool.getMetrics().orElseThrow();
        Duration patience = settings.probePatience();
        if (failed instanceof TimeoutException) {
            failures.tell("no answer through the connection pool in %s: %d of %d connections are taken, %d wait for one"
                    .formatted(patience, metrics.acquiredSize(), metrics.getMaxAllocatedSize(),
                            metrics.pendingAcquireSize()));
        } else {
            failures.tell("the connection pool does not reach the database", failed);
        }
        return Health.down().withDetail("acquired", metrics.acquiredSize())
                .withDetail("pending", metrics.pendingAcquireSize()).build();
    }
}

package jp.madoguchi.platform.queue.r2dbc;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.platform.signal.LocalSignal;
import jp.madoguchi.platform.queue.Claimed;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.QueueSql;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.Stuck;
import jp.madoguchi.platform.monitoring.FailureLog;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.trace.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A {@link DurableQueue} in a reactive program. */
public final class R2dbcQueue<T> {

    private static final Logger LOG = LoggerFactory.getLogger(R2dbcQueue.class);

    private final FailureLog failures = new FailureLog(LOG);
    private final DatabaseClient database;
    private final DurableQueue queue;
    private final QueueSql sql;
    private final Function<Readable, T> reader;
    private final LocalSignal due = new LocalSignal();
    private final Tracing tracing;

    /** @param reader of the payload; must not fail for what the payload says, as that would hold up all other rows */
    public R2dbcQueue(DatabaseClient database, DurableQueue queue, Function<Readable, T> reader) {
        this(database, queue, reader, Tracing.off());
    }

    /** @param tracing goes on with the trace in which a row was put in, where the table keeps it */
    public R2dbcQueue(DatabaseClient database, DurableQueue queue, Function<Readable, T> reader, Tracing tracing) {
        this.tracing = tracing;
        this.database = database;
        this.queue = queue;
        this.sql = queue.sql();
        this.reader = reader;
    }

    /** Puts a row in, in the transaction of whoever subscribes; false if one with the same key is there. */
    public Mono<Boolean> put(Map<String, ?> columns) {
        return Mono.deferContextual(context -> {
            var all = traced(columns, context);
            return database.sql(sql.put(all.keySet())).bindValues(all).fetch().rowsUpdated().map(rows -> rows > 0);
        }).delayUntil(put -> afterCommit(due::raise));
    }

    private Map<String, ?> traced(Map<String, ?> columns, ContextView context) {
        var step = queue.table().isTraced() ? RequestIds.traceparent(context) : null;
        if (step == null) {
            return columns;
        }
        Map<String, Object> all = new HashMap<>(columns);
        all.put(QueueTable.TRACE, step);
        return all;
    }

    /** Wakes the worker for a row that a statement of others put in ({@link QueueSql#putAfter}), after the commit. */
    public Mono<Void> wasPut() {
        return afterCommit(due::raise);
    }

    /** The same for what was tried already, and failed for this reason. */
    public Mono<Boolean> putFailed(Map<String, ?> columns, Throwable why) {
        return database.sql(sql.putFailed(columns.keySet())).bindValues(columns)
                .bind("error", queue.errors().apply(why))
                .bind("pause", seconds(queue.policy().waitAfter(1))).fetch().rowsUpdated().map(rows -> rows > 0)
                .delayUntil(put -> afterCommit(() -> due.raiseIn(queue.policy().waitAfter(1))));
    }

    /**
     * Completes when this program has put in a row, or one that failed here is to be tried again; at the latest after this time, for
     * what another program left. For the one worker of the program.
     */
    public Mono<Void> due(Duration atMost) {
        return due.awaited(atMost);
    }

    /** At once where there is no transaction. */
    private static Mono<Void> afterCommit(Runnable raise) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(running -> running.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(raise);
                    }
                })).then()
                .onErrorResume(NoTransactionException.class, none -> Mono.fromRunnable(raise));
    }

    /**
     * Works off what is due, once, and outside of transactions; how many were done. A step that fails, or takes longer than it may, is
     * tried again later, and holds up no other. A worker that is cancelled leaves its rows to the end of their lease.
     *
     * @throws IllegalArgumentException if the pace does not fit into the lease
     */
    public Mono<Long> work(Pace pace, Function<T, Mono<?>> step) {
        return claim(queue.batch(pace)).flatMap(claimed -> work(claimed, pace, step), pace.concurrency())
                .filter(done -> done).count();
    }

    private Mono<Boolean> work(Claimed<T> claimed, Pace pace, Function<T, Mono<?>> step) {
        return RequestIds.continued(tracing, "process " + queue.table().name(), claimed.traceparent(),
                Mono.defer(() -> step.apply(claimed.item()).then()).timeout(pace.timeout()))
                .then(Mono.defer(() -> done(claimed)))
                .onErrorResume(failed -> failed(claimed, failed).thenReturn(false))
                .onErrorResume(unkept -> {
                    LOG.warn("{} {} is left to the end of its lease: {}", queue.table().name(), claimed.id(),
                            unkept.toString());
                    return Mono.just(false);
                });
    }

    /** The rows that are due, at most so many; they are this worker's until the lease ends. */
    Flux<Claimed<T>> claim(int most) {
        return database.sql(sql.claim()).bind("lease", seconds(queue.policy().lease()))
                .bind("furthest", seconds(queue.policy().furthest())).bind("most", most)
                .map(row -> new Claimed<>(row.get("id", UUID.class), row.get("lease", UUID.class),
                        row.get("attempts", Integer.class), reader.apply(row),
                        queue.table().isTraced() ? row.get(QueueTable.TRACE, String.class) : null))
                .all()
                // Read to the end before the first is worked: no connection is held meanwhile.
                .collectList().flatMapIterable(claimed -> claimed).filterWhen(this::isAlive);
    }

    private Mono<Boolean> isAlive(Claimed<T> claimed) {
        return queue.policy().isBeyond(claimed.attempt())
                ? giveUp(claimed, DurableQueue.NO_ANSWER).thenReturn(false)
                : Mono.just(true);
    }

    /** Whether that counted: not if another has the row by now. */
    Mono<Boolean> done(Claimed<T> claimed) {
        return counted(claimed, of(claimed, sql.done()));
    }

    /** Tried again later, or given up. */
    Mono<Void> failed(Claimed<T> claimed, Throwable why) {
        var failure = queue.failure(claimed, why);
        if (failure.last()) {
            return giveUp(claimed, failure.error());
        }
        failures.tell("%s %s: attempt %d failed, the next in %s: %s".formatted(queue.table().name(), claimed.id(),
                claimed.attempt(), failure.pause(), failure.error()));
        return counted(claimed, of(claimed, sql.later()).bind("error", failure.error())
                .bind("pause", seconds(failure.pause()))).doOnSuccess(noted -> due.raiseIn(failure.pause())).then();
    }

    private Mono<Void> giveUp(Claimed<T> claimed, String error) {
        LOG.error("{} {} is given up after {} attempts: {}", queue.table().name(), claimed.id(), claimed.attempt(),
                error);
        return counted(claimed, of(claimed, sql.giveUp()).bind("error", error)).then();
    }

    private GenericExecuteSpec of(Claimed<T> claimed, String statement) {
        return database.sql(statement).bind("id", claimed.id()).bind("lease", claimed.lease());
    }

    private Mono<Boolean> counted(Claimed<T> claimed, GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0).doOnNext(counted -> {
            if (!counted) {
                LOG.warn("{} {}: attempt {} ended after its lease", queue.table().name(), claimed.id(),
                        claimed.attempt());
            }
        });
    }

    /** A person wants it tried now; whether it waits or was given up. */
    public Mono<Boolean> retry(UUID id) {
        return database.sql(sql.retry()).bind("id", id).fetch().rowsUpdated().map(rows -> rows > 0)
                .delayUntil(retried -> afterCommit(due::raise));
    }

    /**
     * A person wants all those with these values tried now, but for what is being worked on.
     *
     * @param columns of the queue's own, at least one, never from outside
     * @return how many
     */
    public Mono<Long> retryAll(Map<String, ?> columns) {
        return database.sql(sql.retryAll(columns.keySet())).bindValues(columns).fetch().rowsUpdated()
                .delayUntil(retried -> afterCommit(due::raise));
    }

    /** What went wrong and is not done, oldest first. */
    public Flux<Stuck> stuck(int most) {
        return database.sql(sql.stuck()).bind("most", most)
                .map(row -> new Stuck(row.get("id", UUID.class), row.get("kind", String.class),
                        row.get("since", Instant.class), row.get("attempts", Integer.class),
                        row.get("next_try_at", Instant.class), row.get("given_up_at", Instant.class),
                        row.get("last_error", String.class)))
                .all();
    }

    public Mono<QueueStatus> status() {
        return database.sql(sql.status()).map(row -> new QueueStatus(row.get("waiting", Long.class),
                Duration.ofMillis(Math.round(row.get("oldest", Double.class) * 1000)), row.get("given_up", Long.class)))
                .one();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

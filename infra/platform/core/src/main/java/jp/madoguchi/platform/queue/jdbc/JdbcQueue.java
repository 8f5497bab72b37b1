package jp.madoguchi.platform.queue.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import jp.madoguchi.platform.queue.Claimed;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.QueueSql;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A {@link DurableQueue} in a servlet program. */
public final class JdbcQueue<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcQueue.class);

    private final FailureLog failures = new FailureLog(LOG);
    private final JdbcClient jdbc;
    private final DurableQueue queue;
    private final QueueSql sql;
    private final RowMapper<T> reader;

    /** @param reader of the payload; must not fail for what the payload says, as that would hold up all other rows */
    public JdbcQueue(JdbcClient jdbc, DurableQueue queue, RowMapper<T> reader) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.sql = queue.sql();
        this.reader = reader;
    }

    /** Puts a row in, as part of the running transaction if there is one. @return false if one with the same key is there */
    public boolean put(Map<String, ?> columns) {
        return jdbc.sql(sql.put(columns.keySet())).params(columns).update() > 0;
    }

    /**
     * Works off all that is due, one by one, and outside of transactions; how many were done. A step that fails is tried again later, and
     * holds up no other.
     */
    public long work(Consumer<T> step) {
        long done = 0;
        for (var next = claim(1); !next.isEmpty(); next = claim(1)) {
            done += work(next.getFirst(), step) ? 1 : 0;
        }
        return done;
    }

    private boolean work(Claimed<T> claimed, Consumer<T> step) {
        try {
            step.accept(claimed.item());
        } catch (RuntimeException failed) {
            failed(claimed, failed);
            return false;
        }
        return done(claimed);
    }

    /** The rows that are due, at most so many; they are this worker's until the lease ends. */
    List<Claimed<T>> claim(int most) {
        var claimed = new ArrayList<>(
                jdbc.sql(sql.claim()).param("lease", seconds(queue.policy().lease()))
                        .param("furthest", seconds(queue.policy().furthest())).param("most", most)
                        .query((row, number) -> new Claimed<>(row.getObject("id", UUID.class),
                                row.getObject("lease", UUID.class),
                                row.getInt("attempts"), Objects.requireNonNull(reader.mapRow(row, number))))
                        .list());
        if (claimed.removeIf(this::isLost) && claimed.isEmpty()) {
            return claim(most);
        }
        return claimed;
    }

    private boolean isLost(Claimed<T> claimed) {
        boolean beyond = queue.policy().isBeyond(claimed.attempt());
        if (beyond) {
            giveUp(claimed, DurableQueue.NO_ANSWER);
        }
        return beyond;
    }

    /** Whether that counted: not if another has the row by now. */
    boolean done(Claimed<T> claimed) {
        return counted(claimed, of(claimed, sql.done()).update());
    }

    /** Tried again later, or given up. */
    void failed(Claimed<T> claimed, Throwable why) {
        var failure = queue.failure(claimed, why);
        if (failure.last()) {
            giveUp(claimed, failure.error());
        } else {
            failures.tell("%s %s: attempt %d failed, the next in %s: %s".formatted(queue.table().name(), claimed.id(),
                    claimed.attempt(), failure.pause(), failure.error()));
            counted(claimed, of(claimed, sql.later()).param("error", failure.error())
                    .param("pause", seconds(failure.pause())).update());
        }
    }

    public QueueStatus status() {
        return jdbc.sql(sql.status()).query((row, number) -> new QueueStatus(row.getLong("waiting"),
                Duration.ofMillis(Math.round(row.getDouble("oldest") * 1000)), row.getLong("given_up"))).single();
    }

    private void giveUp(Claimed<T> claimed, String error) {
        LOG.error("{} {} is given up after {} attempts: {}", queue.table().name(), claimed.id(), claimed.attempt(),
                error);
        counted(claimed, of(claimed, sql.giveUp()).param("error", error).update());
    }

    private JdbcClient.StatementSpec of(Claimed<T> claimed, String statement) {
        return jdbc.sql(statement).param("id", claimed.id()).param("lease", claimed.lease());
    }

    private boolean counted(Claimed<T> claimed, int rows) {
        if (rows == 0) {
            LOG.warn("{} {}: attempt {} ended after its lease", queue.table().name(), claimed.id(), claimed.attempt());
        }
        return rows > 0;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

package jp.madoguchi.platform.queue;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A durable queue: its table, how its rows are tried again, and what may be kept of an error. Work is done at least once: a worker that
 * dies after the work and before noting it leaves the row to another, so the work has to bear being done twice. All times are those of
 * the database, so that nodes whose clocks differ agree on what is due.
 *
 * @param errors what stands in {@code last_error} and in the log; leaves out what neither may hold
 * @param hopeless which failures no further attempt will mend, so that the row is given up at once
 */
public record DurableQueue(QueueTable table, RetryPolicy policy, Function<Throwable, String> errors,
        Predicate<Throwable> hopeless) {

    /** What is kept of the last error where no worker lived to say it. */
    public static final String NO_ANSWER = "no answer within the lease";

    /** A queue for work whose failures may all pass. */
    public DurableQueue(QueueTable table, RetryPolicy policy, Function<Throwable, String> errors) {
        this(table, policy, errors, failed -> false);
    }

    /**
     * How fast rows are worked.
     *
     * @param concurrency rows at the same time, at least 1
     * @param timeout for one row
     */
    public record Pace(int concurrency, Duration timeout) {}

    /**
     * How many rows may be claimed at once, so that all of them are done within the lease even if each takes as long as it may.
     *
     * @throws IllegalArgumentException if a single row can outlast the lease, so that two workers would have it
     */
    public int batch(Pace pace) {
        long turns = (policy.lease().toMillis() - 1) / pace.timeout().toMillis();
        if (turns < 1) {
            throw new IllegalArgumentException(
                    "%s: a timeout of %s does not fit into the lease of %s".formatted(table.name(), pace.timeout(),
                            policy.lease()));
        }
        return Math.toIntExact(turns * pace.concurrency());
    }

    public QueueSql sql() {
        return new QueueSql(table);
    }

    /** What came of an attempt that failed. */
    public Failure failure(Claimed<?> claimed, Throwable why) {
        return new Failure(errors.apply(why), hopeless.test(why) || policy.isLast(claimed.attempt()),
                policy.waitAfter(claimed.attempt()));
    }

    /**
     * An attempt that failed.
     *
     * @param last whether none follows
     * @param pause until the next
     */
    public record Failure(String error, boolean last, Duration pause) {}
}

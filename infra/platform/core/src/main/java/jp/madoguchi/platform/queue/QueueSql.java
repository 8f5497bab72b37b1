package jp.madoguchi.platform.queue;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The statements of a queue, each one short transaction by itself. Parameters are named; durations are in seconds, {@code float8}.
 *
 * <p>A claim counts as an attempt and moves {@code next_try_at} behind the lease. So a worker that dies, and takes its node along each
 * time, comes to the end of the attempts too. It also gives the row a new lease, and whatever is reported under an older one changes nothing.
 */
public final class QueueSql {

    // PostgreSQL's statement_timestamp() and not now(): a statement may come late in a long transaction.
    private static final String NOW = "statement_timestamp()";

    private final QueueTable table;

    public QueueSql(QueueTable table) {
        this.table = table;
    }

    /** A parameter for each column: a row that is due at once, unless one with the same key is there. */
    public String put(Collection<String> columns) {
        return put(columns, "", "", NOW);
    }

    /** A parameter for each column, {@code :error}, {@code :pause}: the same, for what was tried once already. */
    public String putFailed(Collection<String> columns) {
        return put(columns, ", attempts, last_error", ", 1, :error", NOW + " + make_interval(secs => :pause)");
    }

    /** A parameter for each column: a row that is due at once, for each that a preceding {@code with} query returned. */
    public String putAfter(String query, Collection<String> columns) {
        return "insert into %1$s (%2$s, %3$s, next_try_at) select %4$s, %5$s, %5$s from %6$s on conflict do nothing"
                .formatted(table.name(), String.join(", ", columns), table.since(),
                        columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")), NOW, query);
    }

    private String put(Collection<String> columns, String more, String values, String due) {
        return "insert into %s (%s, %s, next_try_at%s) values (%s, %s, %s%s) on conflict do nothing".formatted(
                table.name(),
                String.join(", ", columns), table.since(), more,
                columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")), NOW, due, values);
    }

    /**
     * {@code :lease}, {@code :most}, {@code :furthest}: the rows that are due, in order, with id, lease, attempts and payload.
     *
     * <p>A row that is to be tried later than any wait can be long was written under a clock that has been set back since. It would wait
     * until that time comes again; so it is due after one lease, within which a worker that still has it ends.
     */
    public String claim() {
        return """
                with misdated as (
                    update %1$s set next_try_at = %5$s + make_interval(secs => :lease)
                    where next_try_at > %5$s + make_interval(secs => :furthest)),
                due as materialized (
                    select q.id from %1$s q where q.next_try_at <= %5$s%4$s
                    order by q.next_try_at, q.%2$s limit :most for update skip locked),
                claimed as (
                    update %1$s t set attempts = t.attempts + 1, lease = gen_random_uuid(),
                        next_try_at = %5$s + make_interval(secs => :lease)
                    from due where t.id = due.id
                    returning t.id, t.lease, t.attempts, t.%2$s as queue_order, %3$s)
                select * from claimed order by queue_order
                """.formatted(table.name(), table.order(),
                table.payload().stream().map(column -> "t." + column).collect(Collectors.joining(", ")), lane(), NOW);
    }

    private String lane() {
        return table.lane() == null
                ? ""
                : """

                        and not exists (select 1 from %1$s earlier where earlier.%2$s = q.%2$s and earlier.%3$s < q.%3$s
                           and (earlier.next_try_at is not null or earlier.given_up_at is not null))"""
                        .formatted(table.name(), table.lane(), table.order());
    }

    /** {@code :id}, {@code :lease}: the work is done. */
    public String done() {
        return table.whenDone() == null
                ? "delete from %s where id = :id and lease = :lease".formatted(table.name())
                : "update %s set next_try_at = null, lease = null, last_error = null, %s where id = :id and lease = :lease"
                        .formatted(table.name(), table.whenDone());
    }

    /** {@code :id}, {@code :lease}, {@code :error}, {@code :pause}: to be tried again after that. */
    public String later() {
        return """
                update %s set next_try_at = %s + make_interval(secs => :pause), lease = null, last_error = :error
                where id = :id and lease = :lease
                """.formatted(table.name(), NOW);
    }

    /** {@code :id}, {@code :lease}, {@code :error}: to be tried no more. */
    public String giveUp() {
        return """
                update %s set next_try_at = null, given_up_at = %s, lease = null, last_error = :error
                where id = :id and lease = :lease
                """.formatted(table.name(), NOW);
    }

    /**
     * {@code :id}: a person wants it tried now. What was given up gets all its attempts anew; a worker that still has it may end its
     * work, but what it reports no longer counts.
     */
    public String retry() {
        return """
                update %s set next_try_at = %s, lease = null,
                    attempts = case when given_up_at is null then attempts else 0 end, given_up_at = null
                where id = :id and (next_try_at is not null or given_up_at is not null)
                """.formatted(table.name(), NOW);
    }

    /**
     * A parameter for each column, compared with it: the same for all that have these values. What a worker has at this moment is left to
     * it.
     */
    public String retryAll(Collection<String> columns) {
        return """
                update %s set next_try_at = %s, attempts = case when given_up_at is null then attempts else 0 end, given_up_at = null
                where %s and (next_try_at is not null and lease is null or given_up_at is not null)
                """
                .formatted(table.name(), NOW,
                        columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and ")));
    }

    /** {@code :most}: what went wrong and is not done, oldest first, the columns of {@link Stuck}. */
    public String stuck() {
        return """
                select id, %4$s as kind, %2$s as since, attempts, next_try_at, given_up_at, last_error from %1$s
                where last_error is not null and (next_try_at is not null or given_up_at is not null)
                order by %3$s limit :most
                """.formatted(table.name(), table.since(), table.order(),
                table.kind() == null ? "''" : table.kind());
    }

    /** No parameter: the columns of {@link QueueStatus}, {@code oldest} in seconds. */
    public String status() {
        return """
                select (select count(*) from %1$s where next_try_at is not null) as waiting,
                    (select coalesce(extract(epoch from %3$s - min(%2$s)), 0)::float8 from %1$s
                        where next_try_at is not null) as oldest,
                    (select count(*) from %1$s where given_up_at is not null) as given_up
                """.formatted(table.name(), table.since(), NOW);
    }
}

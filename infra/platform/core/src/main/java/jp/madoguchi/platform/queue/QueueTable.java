package jp.madoguchi.platform.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is a queue. It has the columns {@code id} (uuid, unique), {@code next_try_at} (timestamptz; null once the work is done or
 * given up), {@code attempts} (int, 0 at first), {@code lease} (uuid), {@code last_error} (text) and {@code given_up_at} (timestamptz).
 *
 * @param name of the table, never from outside, like all names here
 * @param since the column with the time at which a row was put in
 * @param order the column in whose order rows are worked
 * @param lane the column that names the lane of a row: in a lane a row waits until those before it are done, given-up ones too; null
 *        where rows do not wait for each other
 * @param payload the columns that a worker reads
 * @param kind the column that names the kind of a row, for people; null where there is one kind only
 * @param whenDone what is set when the work is done; null where the row then goes
 */
public record QueueTable(String name, String since, String order, @Nullable String lane, List<String> payload,
        @Nullable String kind, @Nullable String whenDone) {

    /** The column that, where it is part of the payload, keeps the step of a trace in which a row was put in. */
    public static final String TRACE = "traceparent";

    public QueueTable {
        payload = List.copyOf(payload);
    }

    /** A queue whose rows go when they are done, and do not wait for each other. */
    public static QueueTable of(String name, String since, String... payload) {
        return new QueueTable(name, since, since, null, List.of(payload), null, null);
    }

    /** Whether what is done with a row goes on in the trace in which it was put in. */
    public boolean isTraced() {
        return payload.contains(TRACE);
    }

    /** The same in lanes, each in the order of a column. */
    public QueueTable inLanesOf(String newLane, String newOrder) {
        return new QueueTable(name, since, newOrder, newLane, payload, kind, whenDone);
    }

    /** The same, with rows of several kinds. */
    public QueueTable ofKinds(String column) {
        return new QueueTable(name, since, order, lane, payload, column, whenDone);
    }

    /** The same, but rows stay when they are done; {@code column = value, …} is set in them. */
    public QueueTable keptWhenDone(String sets) {
        return new QueueTable(name, since, order, lane, payload, kind, sets);
    }
}

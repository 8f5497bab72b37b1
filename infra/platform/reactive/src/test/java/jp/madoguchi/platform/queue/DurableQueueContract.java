package jp.madoguchi.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.Login;
import jp.madoguchi.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every way of working a {@link DurableQueue} promises. Times are so long that no busy machine reaches them by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DurableQueueContract {

    protected static final Duration LEASE = Duration.ofHours(5);
    protected static final Duration FIRST = Duration.ofHours(10);
    private static final Duration LONGEST = Duration.ofHours(40);
    protected static final Duration SHORT = Duration.ofHours(1);
    private static final RetryPolicy POLICY = new RetryPolicy(LEASE, FIRST, LONGEST, 4);
    private static final QueueTable GOING = QueueTable.of("job", "put_at", "what");

    /** A queue that is waited for. */
    public interface Worker {

        boolean put(Map<String, ?> columns);

        List<Claimed<String>> claim(int most);

        boolean done(Claimed<String> claimed);

        void failed(Claimed<String> claimed, Throwable why);

        /** Works what is due once; how many were done. */
        long work(Consumer<String> step);
    }

    private final Database database = Postgres.freshDatabase();

    /** A worker, one of any number, with connections of its own. */
    protected abstract Worker worker(Login login, DurableQueue queue);

    private Worker worker(QueueTable table, RetryPolicy policy) {
        return worker(login(),
                new DurableQueue(table, policy, failed -> String.valueOf(failed.getMessage())));
    }

    protected final Worker worker() {
        return worker(GOING, POLICY);
    }

    protected final DurableQueue queue() {
        return new DurableQueue(GOING, POLICY, failed -> String.valueOf(failed.getMessage()));
    }

    protected final Login login() {
        return database.portal().owner();
    }

    @BeforeAll
    void createTable() {
        execute("""
                create table job (id uuid primary key default uuidv7(), number int not null default 0, line text,
                    what text not null, kind text, name text unique, put_at timestamptz not null, next_try_at timestamptz,
                    attempts int not null default 0, lease uuid, last_error text, given_up_at timestamptz,
                    done_at timestamptz)
                """);
    }

    @BeforeEach
    void empty() {
        execute("delete from job");
    }

    @AfterAll
    void drop() {
        Postgres.drop(database);
    }

    @Test
    void whatIsDueIsClaimedOldestFirstAndOnlyOnce() {
        put("second", 2);
        put("first", 1);
        put("third", 3);

        assertThat(worker().claim(2)).extracting(Claimed::item).containsExactly("first", "second");
        assertThat(worker().claim(2)).extracting(Claimed::item).containsExactly("third");
        assertThat(worker().claim(2)).isEmpty();
    }

    @Test
    void workersAtTheSameInstantNeverHaveTheSameRow() throws Exception {
        IntStream.range(0, 200).forEach(number -> put("n" + number, number));
        var had = new ArrayList<String>();
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<String>> all = () -> {
                var worker = worker();
                var mine = new ArrayList<String>();
                barrier.await();
                for (var some = worker.claim(7); !some.isEmpty(); some = worker.claim(7)) {
                    some.forEach(one -> mine.add(one.item()));
                }
                return mine;
            };
            for (var one : threads.invokeAll(Collections.nCopies(4, all))) {
                had.addAll(one.get());
            }
        }
        // A worker that meets only rows which the others are just claiming goes away; what it left waits for the next.
        worker().claim(200).forEach(one -> had.add(one.item()));
        assertThat(had).doesNotHaveDuplicates().hasSize(200);
    }

    @Test
    void manyRowsAreWorkedToTheLast() {
        IntStream.range(0, 100).forEach(number -> put("n" + number, number));
        var worker = worker();
        var seen = Collections.synchronizedList(new ArrayList<String>());

        assertThat(
                Stream.generate(() -> worker.work(seen::add)).takeWhile(done -> done > 0).mapToLong(done -> done).sum())
                .isEqualTo(100);
        assertThat(seen).doesNotHaveDuplicates().hasSize(100);
        assertThat(count("job")).isZero();
    }

    @Test
    void whatIsPutInIsDueAtOnceAndOneKeyOnce() {
        assertThat(worker().put(Map.of("what", "letter", "name", "once"))).isTrue();
        assertThat(worker().put(Map.of("what", "copy", "name", "once"))).isFalse();
        assertThat(worker().put(Map.of("what", "other"))).isTrue();
        assertThat(worker().claim(10)).extracting(Claimed::item).containsExactly("letter", "other");

        var kept = worker(GOING.keptWhenDone("done_at = statement_timestamp()"), POLICY);
        pass(LEASE);
        kept.claim(10).forEach(kept::done);
        assertThat(worker().put(Map.of("what", "copy", "name", "once"))).as("done, and still known").isFalse();
    }

    @Test
    void afterACrashTheLeaseEndsAndAnotherTakesTheRow() {
        put("precious", 1);
        assertThat(worker().claim(1)).hasSize(1);
        pass(LEASE.minus(SHORT));
        assertThat(worker().claim(1)).isEmpty();
        pass(SHORT);
        assertThat(worker().claim(1)).singleElement().satisfies(again -> assertThat(again.attempt()).isEqualTo(2));
    }

    @Test
    void whatIsReportedAfterTheLeaseChangesNothingOfTheNextClaim() {
        put("slow", 1);
        var late = worker().claim(1).getFirst();
        pass(LEASE);
        var next = worker().claim(1).getFirst();

        worker().failed(late, new IllegalStateException("late"));
        assertThat(worker().done(late)).isFalse();
        assertThat(worker().claim(1)).as("the second worker still has it").isEmpty();
        assertThat(count("job where last_error is null and next_try_at is not null")).isEqualTo(1);
        assertThat(worker().done(next)).isTrue();
        worker().failed(next, new IllegalStateException("done already"));
        assertThat(count("job")).isZero();
    }

    @Test
    void aLeaseThatRanOutCountsForAsLongAsNobodyElseHasTheRow() {
        put("slow", 1);
        var late = worker().claim(1).getFirst();
        pass(LEASE);
        assertThat(worker().done(late)).isTrue();
        assertThat(worker().claim(1)).isEmpty();
    }

    @Test
    void whatWasToBeTriedUnderAClockThatWentBackWaitsForNoMoreThanALease() {
        put("waiting", 1);
        worker().failed(worker().claim(1).getFirst(), new IllegalStateException("no"));
        put("held", 2);
        var held = worker().claim(1).getFirst();
        assertThat(POLICY.furthest()).isEqualTo(LONGEST.multipliedBy(2));
        // What a clock ten years ahead left behind.
        pass(Duration.ofDays(-3650));

        assertThat(worker().claim(2)).as("the worker that holds one may still be at work").isEmpty();
        pass(LEASE);
        assertThat(worker().claim(2)).extracting(Claimed::item).containsExactly("waiting", "held");
        assertThat(worker().done(held)).isFalse();
    }

    @Test
    void theWaitDoublesUpToItsBoundByTheClockOfTheDatabase() {
        put("awkward", 1);
        for (var wait : List.of(FIRST, FIRST.multipliedBy(2), LONGEST)) {
            worker().failed(worker().claim(1).getFirst(), new IllegalStateException("no"));
            assertThat(count("job where next_try_at <= now() + interval '%d seconds'".formatted(wait.toSeconds())))
                    .isEqualTo(1);
            pass(wait.minus(SHORT));
            assertThat(worker().claim(1)).isEmpty();
            pass(SHORT);
        }
        assertThat(worker().claim(1)).hasSize(1);
        assertThat(POLICY.waitAfter(1_000_000)).isEqualTo(LONGEST);
    }

    @Test
    void whatAlwaysFailsIsGivenUpAndStaysWithItsLastError() {
        put("hopeless", 1);
        for (int attempt = 0; attempt < 4; attempt++) {
            worker().failed(worker().claim(1).getFirst(), new IllegalStateException("no"));
            pass(LONGEST);
        }

        assertThat(worker().claim(1)).isEmpty();
        assertThat(count(
                "job where given_up_at is not null and next_try_at is null and attempts = 4 and last_error = 'no'"))
                .isEqualTo(1);
    }

    @Test
    void whoeverKillsTheirWorkerEachTimeIsGivenUpTooAndHoldsUpNobody() {
        put("deadly", 1);
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(worker().claim(1)).hasSize(1);
            pass(LEASE);
        }
        put("harmless", 2);
        var seen = new ArrayList<String>();
        assertThat(worker().work(seen::add)).isEqualTo(1);
        assertThat(seen).containsExactly("harmless");
        assertThat(count("job where given_up_at is not null and last_error = '" + DurableQueue.NO_ANSWER + "'"))
                .isEqualTo(1);
    }

    @Test
    void aPoisonedRowHoldsUpNoOther() {
        put("poison", 1);
        put("good", 2);
        var seen = new ArrayList<String>();

        assertThat(worker().work(what -> {
            if (what.equals("poison")) {
                throw new IllegalStateException("bang");
            }
            seen.add(what);
        })).isEqualTo(1);

        assertThat(seen).containsExactly("good");
        assertThat(count("job where what = 'poison' and last_error = 'bang' and next_try_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void inALaneEachWaitsForThoseBefore() {
        var lanes = worker(GOING.inLanesOf("line", "number"), new RetryPolicy(LEASE, FIRST, LONGEST, 1));
        put("a2", 2, "a");
        put("a1", 1, "a");
        put("b3", 3, "b");

        var claimed = lanes.claim(10);
        assertThat(claimed).extracting(Claimed::item).containsExactly("a1", "b3");
        assertThat(lanes.claim(10)).as("the one before is at work").isEmpty();
        lanes.failed(claimed.getFirst(), new IllegalStateException("no"));
        assertThat(lanes.claim(10)).as("the one before was given up").isEmpty();
        execute("delete from job where what = 'a1'");
        assertThat(lanes.claim(10)).extracting(Claimed::item).containsExactly("a2");
    }

    @Test
    void workersAtTheSameInstantKeepTheOrderOfEachLane() throws Exception {
        IntStream.range(0, 120).forEach(number -> put(number % 6 + ":" + number / 6, number, "line " + number % 6));
        var seen = Collections.synchronizedMap(new HashMap<String, List<Integer>>());
        try (var threads = Executors.newFixedThreadPool(3)) {
            Callable<Boolean> all = () -> {
                var lanes = worker(GOING.inLanesOf("line", "number"), POLICY);
                while (count("job") > 0) {
                    lanes.work(what -> seen
                            .computeIfAbsent(what.substring(0, 1),
                                    line -> Collections.synchronizedList(new ArrayList<>()))
                            .add(Integer.valueOf(what.substring(2))));
                }
                return true;
            };
            for (var one : threads.invokeAll(Collections.nCopies(3, all))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(seen).hasSize(6);
        assertThat(seen.values()).allSatisfy(line -> assertThat(line).isSorted().hasSize(20));
    }

    @Test
    void whatIsDoneGoesOrStaysAsTheTableSays() {
        put("letter", 1);
        var kept = worker(GOING.keptWhenDone("done_at = statement_timestamp(), what = ''"), POLICY);
        kept.done(kept.claim(1).getFirst());
        assertThat(count("job where done_at is not null and what = '' and next_try_at is null")).isEqualTo(1);
        assertThat(kept.claim(1)).isEmpty();

        put("note", 2);
        worker().done(worker().claim(1).getFirst());
        assertThat(count("job where number = 2")).isZero();
    }

    @Test
    void noMoreIsClaimedAtOnceThanTheLeaseIsLongEnoughFor() {
        assertThat(queue().batch(new Pace(4, Duration.ofHours(1)))).isEqualTo(4 * 4);
        assertThat(queue().batch(new Pace(4, Duration.ofHours(4)))).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> queue().batch(new Pace(4, LEASE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(LEASE, LONGEST, FIRST, 1));
    }

    /** Lets so much time pass, for the rows. */
    protected final void pass(Duration time) {
        execute("update job set next_try_at = next_try_at - interval '%1$d seconds', put_at = put_at - interval '%1$d seconds'"
                .formatted(time.toSeconds()));
    }

    protected final UUID put(String what, int number) {
        return put(what, number, null);
    }

    private UUID put(String what, int number, @Nullable String line) {
        var id = UUID.randomUUID();
        // The number moves the time, so that there is an order without waiting.
        execute(("insert into job (id, number, line, what, put_at, next_try_at) select '%s', %d, %s, '%s', at, at "
                + "from (select date_trunc('hour', now()) - interval '1 hour' + interval '%d seconds' as at) early")
                .formatted(id, number, line == null ? "null" : "'" + line + "'", what, number));
        return id;
    }

    protected final void execute(String sql) {
        try (Connection connection = login().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    protected final long count(String from) {
        try (Connection connection = login().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + from)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

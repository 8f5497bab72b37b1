package jp.madoguchi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What everything that counts tries promises. Times are so long that no busy machine reaches them by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttemptContract {

    static final AttemptPolicy BUCKET = new AttemptPolicy("tracking", 5, Duration.ofHours(1));
    static final AttemptPolicy SLOWING = AttemptPolicy.slowing("account", 3, 10, Duration.ofMinutes(15),
            Duration.ofHours(24));
    static final AttemptPolicy LOCKING = AttemptPolicy.slowing("mailbox", 4, 5, Duration.ofHours(1),
            Duration.ofHours(1));

    final PortalDatabase database = new PortalDatabase();

    /** Counts a try, or says how long to wait first. */
    abstract Duration begin(AttemptPolicy policy, String key);

    abstract void forget(AttemptPolicy policy, String key);

    abstract long sweep();

    @BeforeEach
    void empty() {
        execute("delete from attempt");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aBucketAllowsSoManyTriesAndTryingOnMakesTheWaitLonger() {
        assertThat(allowedOf(5, BUCKET, "wait")).isEqualTo(5);
        assertThat(begin(BUCKET, "wait")).isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
        pass(Duration.ofHours(1));
        assertThat(allowedOf(1, BUCKET, "wait")).isZero();
        pass(Duration.ofHours(2));
        assertThat(allowedOf(2, BUCKET, "wait")).isEqualTo(1);
    }

    @Test
    void aBucketRefillsOneByOne() {
        assertThat(allowedOf(5, BUCKET, "refill")).isEqualTo(5);
        pass(Duration.ofHours(3).plusMinutes(1));
        assertThat(allowedOf(5, BUCKET, "refill")).isEqualTo(3);
        pass(Duration.ofHours(7));
        assertThat(allowedOf(9, BUCKET, "refill")).isEqualTo(5);
    }

    @Test
    void triesAtTheSameMomentAreStillCountedOneByOne() throws Exception {
        for (var policy : List.of(BUCKET, LOCKING)) {
            try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Duration> once = () -> begin(policy, "crowd");
                var passed = new ArrayList<Duration>();
                for (var one : crowd.invokeAll(Collections.nCopies(40, once))) {
                    passed.add(one.get());
                }
                assertThat(passed.stream().filter(Duration::isZero)).as(policy.name()).hasSize(5);
            }
        }
    }

    @Test
    void theWaitDoublesAndThenLocks() {
        var waits = IntStream.rangeClosed(1, 11).mapToObj(n -> {
            assertThat(begin(SLOWING, "slow")).isZero();
            long seconds = number(
                    "select case when locked_until > last_at then extract(epoch from locked_until - last_at) "
                            + "else 0 end from attempt");
            pass(Duration.ofMinutes(20));
            return seconds;
        });
        assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 900L, 900L);
    }

    @Test
    void whatIsTriedDuringALockIsNotCountedAndTheCountIsForgottenAtLast() {
        assertThat(allowedOf(20, LOCKING, "lock")).isEqualTo(5);
        assertThat(begin(LOCKING, "lock")).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        pass(Duration.ofMinutes(61));
        assertThat(allowedOf(20, LOCKING, "lock")).as("the count began anew").isEqualTo(5);
    }

    @Test
    void aTryThatWaitsForNothingLocksNobodyOut() {
        assertThat(begin(SLOWING, "free")).isZero();
        assertThat(begin(SLOWING, "free")).isZero();
        assertThat(number("select count(*) from attempt where locked_until > 'epoch'")).isZero();
    }

    @Test
    void aPolicyWithNothingFreeWaitsAfterTheFirst() {
        var strict = AttemptPolicy.slowing("strict", 0, 1, Duration.ofHours(1), Duration.ofHours(1));
        assertThat(allowedOf(5, strict, "first")).isEqualTo(1);
        assertThat(allowedOf(5, new AttemptPolicy("one", 1, Duration.ofHours(1)), "first")).isEqualTo(1);
    }

    @Test
    void whatWasRightIsForgottenAndKeysCountApart() {
        assertThat(allowedOf(6, BUCKET, "right")).isEqualTo(5);
        forget(BUCKET, "right");
        assertThat(allowedOf(6, BUCKET, "right")).isEqualTo(5);
        assertThat(allowedOf(6, BUCKET, "another")).isEqualTo(5);
        assertThat(allowedOf(6, LOCKING, "right")).isEqualTo(5);
    }

    @Test
    void whatNobodyRemembersGoes() {
        begin(LOCKING, "old");
        pass(Duration.ofMinutes(61));
        begin(LOCKING, "new");
        assertThat(sweep()).isEqualTo(1);
        assertThat(number("select count(*) from attempt")).isEqualTo(1);
    }

    @Test
    void theTableSaysNothingOfWhoIsMeant() {
        begin(BUCKET, "hanako@example.jp");
        assertThat(number("select count(*) from attempt a where a::text like '%hanako%'")).isZero();
    }

    final long allowedOf(int tries, AttemptPolicy policy, String key) {
        return IntStream.range(0, tries).filter(n -> begin(policy, key).isZero()).count();
    }

    /** Lets so much time pass, for the rows. */
    final void pass(Duration time) {
        execute(("update attempt set last_at = last_at - i, locked_until = locked_until - i, expires_at = expires_at - i "
                + "from (select interval '%d seconds' as i) passed").formatted(time.toSeconds()));
    }

    private void execute(String sql) {
        try (var connection = database.login().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    final long number(String query) {
        try (var connection = database.login().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

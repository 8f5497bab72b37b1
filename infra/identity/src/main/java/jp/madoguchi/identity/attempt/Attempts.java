package jp.madoguchi.identity.attempt;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.madoguchi.forms.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts tries in the database, so that every node of the app counts the same. */
@Component
public class Attempts {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Attempts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try before it is made: of many at the same moment only as many pass as the policy allows.
     *
     * @return zero if the try may be made, else how long to wait first (then it was not counted)
     */
    @Transactional
    public Duration begin(AttemptPolicy policy, String key) {
        // The database keeps microseconds and rounds; compared with nanoseconds, now would lie after now.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] hash = Sha256.of(policy.kind() + ":" + key);
        // One statement: a try that succeeds at this moment forgets the row, which then must not be missing here.
        Counted counted = jdbc.sql("""
                insert into attempt (kind, key_hash, failures, last_at, locked_until)
                values (:kind, :key, 0, :now, :never)
                on conflict (kind, key_hash) do update set failures = attempt.failures
                returning failures, last_at, locked_until
                """).param("kind", policy.kind()).param("key", hash).param("now", Timestamp.from(now))
                .param("never", Timestamp.from(Instant.EPOCH))
                .query((row, number) -> new Counted(row.getInt(1), row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .single();
        if (counted.lockedUntil().isAfter(now)) {
            return Duration.between(now, counted.lockedUntil());
        }
        int failures = counted.lastAt().plus(policy.memory()).isBefore(now) ? 1 : counted.failures() + 1;
        Duration wait = policy.waitAfter(failures);
        // A try that waits for nothing leaves the lock alone: others, who looked at the clock before it, would find themselves locked out.
        Instant until = wait.isZero() ? counted.lockedUntil() : now.plus(wait);
        jdbc.sql("""
                update attempt set failures = :failures, last_at = :now, locked_until = :until
                 where kind = :kind and key_hash = :key
                """).param("failures", failures).param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until)).param("kind", policy.kind())
                .param("key", hash).update();
        return Duration.ZERO;
    }

    /** How long to wait before the next try; counts nothing. */
    public Duration waitFor(AttemptPolicy policy, String key) {
        Instant now = clock.instant();
        return jdbc.sql("select locked_until from attempt where kind = :kind and key_hash = :key")
                .param("kind", policy.kind()).param("key", Sha256.of(policy.kind() + ":" + key))
                .query((row, number) -> row.getTimestamp(1).toInstant()).optional().filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
    }

    /** Takes one try back that turned out to be right; those of others before it stay counted. */
    public void giveBack(AttemptPolicy policy, String key) {
        jdbc.sql("""
                update attempt set failures = greatest(failures - 1, 0), locked_until = least(locked_until, :now)
                 where kind = :kind and key_hash = :key
                """).param("now", Timestamp.from(clock.instant())).param("kind", policy.kind())
                .param("key", Sha256.of(policy.kind() + ":" + key)).update();
    }

    /** Forgets the tries of a key, after one that succeeded. */
    public void forget(AttemptPolicy policy, String key) {
        jdbc.sql("delete from attempt where kind = :kind and key_hash = :key").param("kind", policy.kind())
                .param("key", Sha256.of(policy.kind() + ":" + key)).update();
    }

    /** Removes counts that no policy remembers any more. */
    @Scheduled(cron = "0 17 * * * *")
    void sweep() {
        jdbc.sql("delete from attempt where last_at < :before and locked_until < :now")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(2))))
                .param("now", Timestamp.from(clock.instant())).update();
    }

    private record Counted(int failures, Instant lastAt, Instant lockedUntil) {}
}

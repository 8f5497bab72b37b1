package jp.madoguchi.platform.security;

import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Counts tries of secrets in the database, so that the limit holds over all nodes. Each key has a bucket of tries that refills with
 * time; trying on an empty bucket delays the refill by up to one more period. Take a try before checking the secret, so that parallel
 * guesses count too, and give the tries back when it was right.
 */
public final class AttemptLimiter {

    private final DatabaseClient db;
    private final InstantSource clock;

    AttemptLimiter(DatabaseClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes one try.
     *
     * @param key what is tried, such as a receipt number or a caller's address; only its hash is kept
     * @return empty; fails with {@link Refusal.TooMany} when no try is left. Runs in its own statement; call it outside of the
     *         transaction that may be rolled back
     */
    public Mono<Void> take(AttemptPolicy policy, String key) {
        double refillSeconds = policy.refill().toMillis() / 1000.0;
        Instant now = clock.instant();
        return db
                .sql("""
                        insert into attempt_counter as c (key_hash, tokens, updated_at, expires_at)
                        values (:key, :tries - 1, :now, :expires)
                        on conflict (key_hash) do update set
                            tokens = greatest(least(:tries, c.tokens
                                + greatest(extract(epoch from excluded.updated_at - c.updated_at), 0)::float8 / :refill) - 1, -1),
                            updated_at = excluded.updated_at, expires_at = excluded.expires_at
                        returning tokens
                        """)
                .bind("key", hash(policy, key))
                .bind("tries", (double) policy.tries())
                .bind("refill", refillSeconds)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", now.plus(policy.refill().multipliedBy(policy.tries() + 1L)).atOffset(ZoneOffset.UTC))
                .map(row -> row.get("tokens", Double.class))
                .one()
                .flatMap(left -> left >= 0 ? Mono.empty() : Mono.error(() -> {
                    SecurityEvents.note(SecurityEvents.Event.LIMITED, policy.name());
                    return tooMany(left, refillSeconds);
                }));
    }

    /** The secret was right: all tries are given back. */
    public Mono<Void> reset(AttemptPolicy policy, String key) {
        return db.sql("delete from attempt_counter where key_hash = :key").bind("key", hash(policy, key)).then();
    }

    /** The secret was right: this one try is given back, and those that went wrong stay counted. */
    public Mono<Void> giveBack(AttemptPolicy policy, String key) {
        return db.sql("update attempt_counter set tokens = least(:tries, tokens + 1) where key_hash = :key")
                .bind("tries", (double) policy.tries()).bind("key", hash(policy, key)).then();
    }

    /** Removes counters that are full again; how many went. */
    Mono<Long> removeExpired() {
        return db.sql("delete from attempt_counter where expires_at <= :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    private static Refusal tooMany(double left, double refillSeconds) {
        long seconds = (long) Math.ceil((1 - left) * refillSeconds);
        Duration wait = Duration.ofSeconds(Math.max(1, seconds));
        String text = wait.toMinutes() < 1
                ? String.format(Locale.ROOT, "%d秒", wait.toSeconds())
                : String.format(Locale.ROOT, "%d分", wait.plusSeconds(59).toMinutes());
        return new Refusal.TooMany("too-many-tries", "間違いが続いたため、いまは試せません。%sほど待ってから、もう一度お試しください。".formatted(text),
                wait);
    }

    private static String hash(AttemptPolicy policy, String key) {
        return Sha256.hex(policy.name() + '\n' + key);
    }
}

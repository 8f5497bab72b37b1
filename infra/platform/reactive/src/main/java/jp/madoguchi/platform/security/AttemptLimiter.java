package jp.madoguchi.platform.security;

import java.time.Duration;
import java.util.Locale;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.attempt.AttemptSql;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Counts tries of secrets in the database, so that the limit holds over all nodes. Take a try before checking the secret, so that parallel
 * guesses count too, and give the tries back when it was right.
 */
public final class AttemptLimiter {

    private final DatabaseClient db;

    AttemptLimiter(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Takes one try.
     *
     * @param key what is tried, such as a receipt number or a caller's address; only its hash is kept
     * @return empty; fails with {@link Refusal.TooMany} when no try is left. Runs in its own statement; call it outside of the
     *         transaction that may be rolled back
     */
    public Mono<Void> take(AttemptPolicy policy, String key) {
        return begin(policy, key).flatMap(wait -> wait.isZero() ? Mono.empty() : Mono.<Void>deferContextual(context -> {
            RequestIds.log(context, () -> SecurityEvents.note(SecurityEvents.Event.LIMITED, policy.name()));
            return Mono.error(tooMany(wait));
        }));
    }

    /** Counts a try; zero if it may be made, else how long to wait first. */
    Mono<Duration> begin(AttemptPolicy policy, String key) {
        return db.sql(AttemptSql.BEGIN).bindValues(AttemptSql.of(policy, key)).map(row -> row.get("wait", Double.class))
                .one().map(AttemptSql::read);
    }

    /** The secret was right: all tries are given back. */
    public Mono<Void> reset(AttemptPolicy policy, String key) {
        return db.sql(AttemptSql.FORGET).bindValues(AttemptSql.key(policy, key)).then();
    }

    /** The secret was right: this one try is given back, and those that went wrong stay counted. */
    public Mono<Void> giveBack(AttemptPolicy policy, String key) {
        return db.sql(AttemptSql.GIVE_BACK).bindValues(AttemptSql.key(policy, key)).then();
    }

    /** Removes counters that are full again; how many went. */
    Mono<Long> removeExpired() {
        return db.sql(AttemptSql.SWEEP).fetch().rowsUpdated();
    }

    private static Refusal tooMany(Duration left) {
        var wait = Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
        String text = wait.toMinutes() < 1
                ? String.format(Locale.ROOT, "%d秒", wait.toSeconds())
                : String.format(Locale.ROOT, "%d分", wait.plusSeconds(59).toMinutes());
        return new Refusal.TooMany("too-many-tries", "間違いが続いたため、いまは試せません。%sほど待ってから、もう一度お試しください。".formatted(text),
                wait);
    }
}

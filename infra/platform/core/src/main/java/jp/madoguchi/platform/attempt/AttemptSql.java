package jp.madoguchi.platform.attempt;

import java.time.Duration;
import java.util.Map;
import jp.madoguchi.forms.Sha256;

/**
 * The statements that count tries, in a table {@code attempt} that the platform's programs have alike. Times are the database's, so that
 * nodes whose clocks differ agree; {@link #of} and {@link #key} give the named parameters.
 */
public final class AttemptSql {

    /**
     * Counts a try before it is made, or says how long to wait first: {@code wait} in seconds, 0 if the try may be made. One statement, so
     * that of many tries at the same moment only as many pass as the policy allows, and one that succeeds meanwhile and is forgotten is
     * not missing. A try that leads to no pause leaves {@code locked_until} alone: others whose statement began before it would find
     * themselves locked out.
     */
    public static final String BEGIN = """
            insert into attempt as a (kind, key_hash, failures, last_at, locked_until, expires_at)
            values (:kind, :key, 1, statement_timestamp(),
                case when :free >= 1 then 'epoch'::timestamptz
                    else statement_timestamp() + make_interval(secs => case when :lockAt <= 1 then :lock else :pause end) end,
                statement_timestamp() + make_interval(secs => greatest(:memory, :lock)))
            on conflict (kind, key_hash) do update set (failures, last_at, locked_until, expires_at) = (
                select counted.failures,
                    case when counted.ignored then a.last_at else greatest(a.last_at, statement_timestamp()) end,
                    case when counted.ignored or counted.failures <= :free then a.locked_until
                        else statement_timestamp() + make_interval(secs => case
                            when counted.failures >= :lockAt then :lock
                            when :refilling then (counted.failures - :free) * :pause
                            else least(:pause * power(2, counted.failures - :free - 1), :lock) end) end,
                    case when counted.ignored then a.expires_at
                        else statement_timestamp() + make_interval(secs => greatest(:memory, :lock)) end
                from (select tried.ignored, case when tried.ignored then a.failures
                        else least(tried.remembered + 1, :lockAt) end as failures
                    from (select a.locked_until > statement_timestamp() and not :refilling as ignored,
                        case when a.last_at + make_interval(secs => :memory) < statement_timestamp() then 0
                            when :refilling then greatest(a.failures
                                - greatest(extract(epoch from statement_timestamp() - a.last_at), 0)::float8 / :pause, 0)
                            else a.failures end as remembered) tried) counted)
            returning case when old.locked_until > statement_timestamp()
                then extract(epoch from new.locked_until - statement_timestamp())::float8 else 0 end as wait
            """;

    /** {@code wait} in seconds before the next try, 0 or no row if it may be made; counts nothing. */
    public static final String WAIT = """
            select greatest(extract(epoch from locked_until - statement_timestamp()), 0)::float8 as wait
            from attempt where kind = :kind and key_hash = :key
            """;

    /** Takes one try back that turned out to be right; those of others before it stay counted. */
    public static final String GIVE_BACK = """
            update attempt set failures = greatest(failures - 1, 0), locked_until = 'epoch'
            where kind = :kind and key_hash = :key
            """;

    /** Forgets the tries of a key, after one that succeeded. */
    public static final String FORGET = "delete from attempt where kind = :kind and key_hash = :key";

    /** Removes counts that no policy remembers any more; without parameters. */
    public static final String SWEEP = "delete from attempt where expires_at <= statement_timestamp()";

    private AttemptSql() {}

    /** The parameters of {@link #BEGIN}. */
    public static Map<String, Object> of(AttemptPolicy policy, String key) {
        return Map.of("kind", policy.name(), "key", hash(policy, key), "refilling", policy.refilling(), "free",
                (double) policy.free(), "lockAt", (double) policy.lockAt(), "pause", seconds(policy.pause()), "lock",
                seconds(policy.lock()), "memory", seconds(policy.memory()));
    }

    /** The parameters of {@link #WAIT}, {@link #GIVE_BACK} and {@link #FORGET}. */
    public static Map<String, Object> key(AttemptPolicy policy, String key) {
        return Map.of("kind", policy.name(), "key", hash(policy, key));
    }

    /** The wait that {@link #BEGIN} and {@link #WAIT} tell; rounded up, so that whoever waits so long is not early. */
    public static Duration read(double wait) {
        return Duration.ofMillis((long) Math.ceil(wait * 1000));
    }

    /** The table says nothing about who exists. */
    private static byte[] hash(AttemptPolicy policy, String key) {
        return Sha256.of(policy.name() + ":" + key);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

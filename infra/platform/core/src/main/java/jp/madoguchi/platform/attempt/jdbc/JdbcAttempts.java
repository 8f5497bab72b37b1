package jp.madoguchi.platform.attempt.jdbc;

import java.time.Duration;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.attempt.AttemptSql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts tries in the database, so that every node of a servlet program counts the same. */
public final class JdbcAttempts {

    private final JdbcClient jdbc;

    public JdbcAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts a try before it is made: of many at the same moment only as many pass as the policy allows.
     *
     * @return zero if the try may be made, else how long to wait first
     */
    public Duration begin(AttemptPolicy policy, String key) {
        return AttemptSql
                .read(jdbc.sql(AttemptSql.BEGIN).params(AttemptSql.of(policy, key)).query(Double.class).single());
    }

    /** How long to wait before the next try; counts nothing. */
    public Duration waitFor(AttemptPolicy policy, String key) {
        return jdbc.sql(AttemptSql.WAIT).params(AttemptSql.key(policy, key)).query(Double.class).optional()
                .map(AttemptSql::read).orElse(Duration.ZERO);
    }

    /** Takes one try back that turned out to be right; those of others before it stay counted. */
    public void giveBack(AttemptPolicy policy, String key) {
        jdbc.sql(AttemptSql.GIVE_BACK).params(AttemptSql.key(policy, key)).update();
    }

    /** Forgets the tries of a key, after one that succeeded. */
    public void forget(AttemptPolicy policy, String key) {
        jdbc.sql(AttemptSql.FORGET).params(AttemptSql.key(policy, key)).update();
    }

    /** Removes counts that no policy remembers any more; how many went. */
    public int sweep() {
        return jdbc.sql(AttemptSql.SWEEP).update();
    }
}

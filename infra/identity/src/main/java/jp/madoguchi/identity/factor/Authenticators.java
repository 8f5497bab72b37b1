package jp.madoguchi.identity.factor;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import jp.madoguchi.identity.seal.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The authenticators of accounts: at most one each. */
@Component
class Authenticators {

    private final JdbcClient jdbc;
    private final Seal seal;
    private final InstantSource clock;

    Authenticators(JdbcClient jdbc, Seal seal, InstantSource clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param createdAt when it was set up */
    record Known(Instant createdAt, Instant lastUsedAt) {}

    Optional<Known> of(UUID account) {
        return jdbc.sql("select created_at, last_used_at from authenticator where account_id = :account")
                .param("account", account).query((row, number) -> new Known(row.getTimestamp(1).toInstant(),
                        row.getTimestamp(2).toInstant()))
                .optional();
    }

    /** Sets the authenticator up, in place of one there was. The code of that step is used up. */
    void set(UUID account, String secret, long usedStep) {
        jdbc.sql("""
                insert into authenticator (account_id, sealed_secret, last_step, created_at, last_used_at)
                values (:account, :sealed, :step, :now, :now)
                on conflict (account_id) do update
                   set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step,
                       created_at = excluded.created_at, last_used_at = excluded.last_used_at
                """).param("account", account).param("sealed", seal.seal(secret, label(account)))
                .param("step", usedStep).param("now", Timestamp.from(clock.instant())).update();
    }

    /**
     * Uses a code up.
     *
     * @return whether it was right, and neither it nor a newer one was used before
     */
    boolean accept(UUID account, String typed) {
        Optional<byte[]> sealed = jdbc.sql("select sealed_secret from authenticator where account_id = :account")
                .param("account", account).query((row, number) -> row.getBytes(1)).optional();
        Instant now = clock.instant();
        OptionalLong step = sealed.isEmpty()
                ? OptionalLong.empty()
                : OneTimeCodes.step(seal.open(sealed.get(), label(account)), typed, now);
        // One statement decides between two who come with the same code.
        return step.isPresent() && jdbc.sql("""
                update authenticator set last_step = :step, last_used_at = :now
                 where account_id = :account and last_step < :step and sealed_secret = :sealed
                """).param("step", step.getAsLong()).param("now", Timestamp.from(now)).param("account", account)
                .param("sealed", sealed.orElseThrow()).update() == 1;
    }

    boolean remove(UUID account) {
        return jdbc.sql("delete from authenticator where account_id = :account").param("account", account)
                .update() == 1;
    }

    private static String label(UUID account) {
        return "authenticator:" + account;
    }
}

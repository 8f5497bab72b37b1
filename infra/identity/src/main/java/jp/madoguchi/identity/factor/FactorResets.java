package jp.madoguchi.identity.factor;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Codes with which an owner who lost every factor begins anew. Two must come together: an administrator, who saw the person
 * and made the code, and the person, who knows the password.
 */
@Component
class FactorResets {

    /** How long a code is good. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final RecoveryCodes codes;
    private final InstantSource clock;

    FactorResets(JdbcClient jdbc, RecoveryCodes codes, InstantSource clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    /** A code for this account; an earlier one is void. */
    String issue(UUID account, UUID administrator) {
        String code = RecoveryCodes.random();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into factor_reset (account_id, code_mac, issued_by, issued_at, expires_at)
                values (:account, :mac, :by, :now, :expires)
                on conflict (account_id) do update
                   set code_mac = excluded.code_mac, issued_by = excluded.issued_by, issued_at = excluded.issued_at,
                       expires_at = excluded.expires_at
                """).param("account", account).param("mac", codes.mac(account, code)).param("by", administrator)
                .param("now", Timestamp.from(now)).param("expires", Timestamp.from(now.plus(GOOD_FOR))).update();
        return code;
    }

    /** Uses the code up. In the caller's transaction. */
    boolean accept(UUID account, String typed) {
        return jdbc.sql("""
                delete from factor_reset where account_id = :account and code_mac = :mac and expires_at > :now
                """).param("account", account).param("mac", codes.mac(account, typed))
                .param("now", Timestamp.from(clock.instant())).update() == 1;
    }

    @Scheduled(cron = "0 47 * * * *")
    void sweep() {
        jdbc.sql("delete from factor_reset where expires_at < :now").param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

package jp.madoguchi.identity.signin;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.factor.Factor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All log-ins: opened here, ended here or by the database when what they rest on changes. */
@Component
public class SignIns {

    /** No session of an app outlives this (madoguchi.session.longest), so an older log-in opens nothing any more. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration KEPT = Duration.ofDays(2);
    private static final Duration CLOSED_ACCOUNTS_KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SignIns(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param device what the owner will know the browser by */
    UUID open(Account account, String device, Collection<Factor> factors) {
        return jdbc.sql("""
                insert into sign_in (account_id, realm, device, signed_in_at, seen_at, factors)
                values (:account, :realm, :device, :now, :now, cast(:factors as text[])) returning id
                """).param("factors", factors.stream().map(Factor::code).toArray(String[]::new))
                .param("account", account.id()).param("realm", account.realm().code()).param("device", device)
                .param("now", now()).query(UUID.class).single();
    }

    /** When the log-in was last used at this server, or empty if it has ended. */
    public Optional<Instant> seen(UUID id) {
        return jdbc.sql("select seen_at from sign_in where id = :id and ended_at is null and signed_in_at > :oldest")
                .param("id", id).param("oldest", Timestamp.from(clock.instant().minus(LONGEST)))
                .query((row, number) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** Notes that the person of an open log-in also proved this. */
    void proved(UUID id, Factor factor) {
        jdbc.sql("""
                update sign_in set factors = factors || cast(:factor as text)
                 where id = :id and ended_at is null and not cast(:factor as text) = any (factors)
                """).param("factor", factor.code()).param("id", id).update();
    }

    /** How the person of a log-in proved who they are. */
    public Set<Factor> factors(UUID id) {
        return jdbc.sql("select unnest(factors) from sign_in where id = :id").param("id", id).query(String.class).list()
                .stream().flatMap(code -> Factor.ofCode(code).stream()).collect(Collectors.toSet());
    }

    /** Notes a use; at most one write a minute. */
    void touch(UUID id) {
        jdbc.sql("update sign_in set seen_at = :now where id = :id and seen_at < :before").param("now", now())
                .param("id", id).param("before", Timestamp.from(clock.instant().minusSeconds(60))).update();
    }

    /** Ends one log-in of this account; repeated, or of another's, it changes nothing. */
    public void end(UUID id, UUID account, String why) {
        jdbc.sql("""
                update sign_in set ended_at = clock_timestamp(), ended_why = :why
                 where id = :id and account_id = :account and ended_at is null
                """).param("why", why).param("id", id).param("account", account).update();
    }

    /**
     * Ends all log-ins of the account but one.
     *
     * @param spared
     *            the one that stays, or null to end all
     *
     * @return how many ended
     */
    public int endOthers(UUID account, @Nullable UUID spared, String why) {
        return jdbc.sql("""
                update sign_in set ended_at = clock_timestamp(), ended_why = :why
                 where account_id = :account and id is distinct from cast(:spared as uuid) and ended_at is null
                """).param("why", why).param("account", account).param("spared", spared).update();
    }

    /** The log-in that a change of credentials in the running transaction does not end. */
    public void spare(UUID id) {
        jdbc.sql("select set_config('madoguchi.spared_sign_in', :id, true)").param("id", id.toString())
                .query(String.class).single();
    }

    /** The log-ins of an account that may still open something, last first. */
    public List<Open> of(UUID account) {
        return jdbc.sql("""
                select id, device, signed_in_at from sign_in
                 where account_id = :account and ended_at is null and signed_in_at > :oldest
                 order by signed_in_at desc
                """).param("account", account).param("oldest", Timestamp.from(clock.instant().minus(LONGEST)))
                .query((row, number) -> new Open(row.getObject(1, UUID.class), row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** @param device kind of browser and system */
    public record Open(UUID id, String device, Instant at) {}

    /** What ended since then, for the app of one realm: one look. Times are the database's. */
    Ended endedSince(Realm realm, Instant since) {
        return jdbc.sql("""
                select statement_timestamp(),
                    array(select id from sign_in where realm = :realm and ended_at >= :since order by ended_at),
                    array(select account_id from closed_account where realm = :realm and closed_at >= :since)
                """).param("realm", realm.code()).param("since", Timestamp.from(since))
                .query((row, number) -> new Ended(row.getTimestamp(1).toInstant(), ids(row.getArray(2)),
                        ids(row.getArray(3))))
                .single();
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    /**
     * @param asOf
     *            to ask from next time, less an overlap for what was being written
     * @param signIns
     *            the {@code sid} of every log-in that ended
     * @param accounts
     *            the {@code sub} of every account that was closed by its owner
     */
    record Ended(Instant asOf, List<UUID> signIns, List<UUID> accounts) {}

    @Scheduled(cron = "0 47 * * * *")
    void sweep() {
        jdbc.sql("delete from sign_in where signed_in_at < :before and coalesce(ended_at, signed_in_at) < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT))).update();
        jdbc.sql("delete from closed_account where closed_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(CLOSED_ACCOUNTS_KEPT))).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

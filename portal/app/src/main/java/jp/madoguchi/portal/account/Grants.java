package jp.madoguchi.portal.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a browser without an account may open: its own drafts, and applications for which it gave the secret or came by a
 * mailed link. A grant is bound to the key in the browser's cookie and ends by itself.
 */
@Component
public class Grants {

    /** As long as a draft is kept. */
    public static final Duration DRAFT = Duration.ofDays(30);
    /** A correction shows what was handed in; a day is enough to answer it. */
    public static final Duration CORRECTION = Duration.ofDays(1);
    /** Short, because the browser may stand in a library. */
    public static final Duration APPLICATION = Duration.ofHours(2);
    /** Time to save the copy and note the number; then nothing on a shared device opens what was handed in. */
    public static final Duration RECEIPT = Duration.ofMinutes(15);

    private final DatabaseClient database;
    private final InstantSource clock;

    Grants(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A condition of another statement: whether the browser may open one of the subjects.
     *
     * @param subjects columns, separated by commas; the browser's key is bound as {@code key}, the time as {@code now}
     * @param scopes besides the whole of it
     */
    public static String opening(String subjects, String... scopes) {
        var within = Stream.concat(Stream.of("all"), Stream.of(scopes)).collect(Collectors.joining("', '", "'", "'"));
        return "exists (select 1 from visitor_grant g where g.key_hash = :key and g.subject in (" + subjects
                + ") and g.scope in (" + within + ") and g.expires_at > :now)";
    }

    public Mono<Void> grant(String keyHash, UUID subject, Duration duration) {
        return database.sql("""
                insert into visitor_grant (key_hash, subject, expires_at) values (:key, :subject, :expires)
                on conflict (key_hash, subject)
                do update set expires_at = greatest(visitor_grant.expires_at, excluded.expires_at), scope = 'all'""")
                .bind("key", keyHash).bind("subject", subject).bind("expires", clock.instant().plus(duration)).then();
    }

    /** Moves a subject to this browser: every other browser is told so and opens it no more. */
    public Mono<Void> move(String keyHash, UUID subject, Duration duration) {
        return database.sql("update visitor_grant set scope = 'moved' where subject = :subject and key_hash <> :key")
                .bind("subject", subject).bind("key", keyHash).then().then(grant(keyHash, subject, duration));
    }

    /** Whether this browser could open the subject until another took it over. */
    public Mono<Boolean> wasMoved(String keyHash, UUID subject) {
        return database
                .sql("select 1 from visitor_grant where key_hash = :key and subject = :subject and scope = 'moved'")
                .bind("key", keyHash).bind("subject", subject).map(row -> true).one().defaultIfEmpty(false);
    }

    /**
     * The parts of a statement that hand in the draft as which a preceding {@code with} query returned the submission's {@code id}: for a
     * quarter of an hour the browser still shows the receipt and its copy (and answers a second click of the same button), but not the
     * application. The draft is bound as {@code draft}, the rest by {@link #bindHandedIn}.
     */
    public static String handedInAfter(String query) {
        return """
                shortened as (
                    update visitor_grant set expires_at = least(expires_at, :receipt_until)
                    where subject = :draft and scope = 'all' and exists (select 1 from %1$s)),
                receipt as (
                    insert into visitor_grant (key_hash, subject, expires_at, scope)
                    select :browser, id, :receipt_until, 'receipt' from %1$s on conflict (key_hash, subject) do nothing)
                """.formatted(query);
    }

    public GenericExecuteSpec bindHandedIn(GenericExecuteSpec statement, String keyHash) {
        return statement.bind("browser", keyHash).bind("receipt_until", clock.instant().plus(RECEIPT));
    }

    /** Takes a subject from every browser but this one. */
    public Mono<Void> revokeElsewhere(String keyHash, UUID subject) {
        return database.sql("delete from visitor_grant where subject = :subject and key_hash <> :key")
                .bind("subject", subject).bind("key", keyHash).then();
    }

    /** Takes everything from this browser, for whoever shares it. */
    public Mono<Void> forget(String keyHash) {
        return database.sql("delete from visitor_grant where key_hash = :key").bind("key", keyHash).then();
    }

    /** Takes a subject from every browser, once it belongs to an account. */
    public Mono<Void> revoke(UUID subject) {
        return revoke(List.of(subject));
    }

    /** Takes subjects from every browser. */
    public Mono<Void> revoke(Collection<UUID> subjects) {
        return database.sql("delete from visitor_grant where subject = any(:subjects)")
                .bind("subjects", subjects.toArray(UUID[]::new)).then();
    }

    public Mono<Void> removeExpired(Instant now) {
        return database.sql("delete from visitor_grant where expires_at < :now").bind("now", now).then();
    }
}

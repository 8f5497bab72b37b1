package jp.madoguchi.portal.account;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
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
    /** Short, because the browser may stand in a library. */
    public static final Duration APPLICATION = Duration.ofHours(2);

    private final DatabaseClient database;
    private final Clock clock;

    Grants(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Mono<Void> grant(String keyHash, UUID subject, Duration duration) {
        return database.sql("""
                insert into visitor_grant (key_hash, subject, expires_at) values (:key, :subject, :expires)
                on conflict (key_hash, subject)
                do update set expires_at = greatest(visitor_grant.expires_at, excluded.expires_at)""")
                .bind("key", keyHash).bind("subject", subject).bind("expires", clock.instant().plus(duration)).then();
    }

    /** Takes everything from this browser, for whoever shares it. */
    public Mono<Void> forget(String keyHash) {
        return database.sql("delete from visitor_grant where key_hash = :key").bind("key", keyHash).then();
    }

    /** Takes a subject from every browser, once it belongs to an account. */
    public Mono<Void> revoke(UUID subject) {
        return database.sql("delete from visitor_grant where subject = :subject").bind("subject", subject).then();
    }
}

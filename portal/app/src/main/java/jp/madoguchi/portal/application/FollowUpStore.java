package jp.madoguchi.portal.application;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was begun from an interview, in the database. Each is told with whether this visitor may open it: whoever came by the
 * interview's mailed link may not open what was begun elsewhere.
 */
@Component
class FollowUpStore {

    private final DatabaseClient database;

    FollowUpStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An application begun from the interview.
     *
     * @param submission null while it is not handed in
     * @param receiptNumber of the submission, 14 digits; null while there is none
     * @param mine whether this visitor may open the draft
     * @param trackable whether this visitor may open the submission
     */
    record Begun(UUID draft, String followUp, @Nullable UUID submission, @Nullable String receiptNumber, boolean mine,
            boolean trackable) {}

    /** Open and handed-in ones, not withdrawn ones; in the order in which they were begun. */
    Flux<Begun> of(UUID interview, Visitor visitor, Instant now) {
        return database.sql("""
                select d.id, d.follow_up, s.id as submission, s.receipt_number,
                    coalesce(d.account = :account, false) or exists (select 1 from visitor_grant g
                        where g.key_hash = :key and g.subject = d.id and g.expires_at > :now) as mine,
                    coalesce(s.account = :account, false) or exists (select 1 from visitor_grant g
                        where g.key_hash = :key and g.subject = s.id and g.expires_at > :now) as trackable
                from draft d left join submission s on s.draft_id = d.id
                where d.bundle_id = :interview and s.withdrawn_at is null
                    and (d.closed_as = 'submitted' or d.closed_as is null and d.expires_at > :now)
                order by d.started_at, d.id""").bind("interview", interview)
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now).map(FollowUpStore::read).all();
    }

    /** Two clicks at once must not begin two applications; to be called in the transaction that begins one. */
    Mono<Void> oneAtATime(UUID interview, String followUp) {
        return database.sql("select pg_advisory_xact_lock(hashtext('follow:' || :interview || '/' || :follow))")
                .bind("interview", interview.toString()).bind("follow", followUp).fetch().rowsUpdated().then();
    }

    private static Begun read(Readable row) {
        return new Begun(DraftRows.required(row, "id", UUID.class), DraftRows.required(row, "follow_up", String.class),
                row.get("submission", UUID.class), row.get("receipt_number", String.class),
                DraftRows.required(row, "mine", Boolean.class), DraftRows.required(row, "trackable", Boolean.class));
    }
}

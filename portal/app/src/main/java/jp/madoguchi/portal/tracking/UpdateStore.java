package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the back office told, as it came.
 */
@Component
class UpdateStore {
    private final DatabaseClient database;

    UpdateStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the update is new; an update is kept even when a later one has overtaken it. */
    Mono<Boolean> insert(UUID submission, ApplicationUpdate update, String json, Instant now) {
        return database
                .sql("""
                        insert into application_update (id, submission_id, sequence, at, received_at, stage, content)
                        values (:id, :submission, :sequence, :at, :now, :stage, cast(:content as jsonb)) on conflict (id) do nothing""")
                .bind("id", update.id()).bind("submission", submission).bind("sequence", update.sequence())
                .bind("at", update.at()).bind("now", now).bind("stage", update.stage().name()).bind("content", json)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Takes a text out of what was told of a submission. */
    Mono<Void> takeOut(UUID submission, ApplicationUpdate.TakenOut text, String instead) {
        return Flux
                .just("""
                        update application_update set content = jsonb_set(content, '{message}', to_jsonb(cast(:instead as text)))
                        where submission_id = :submission and encode(sha256(convert_to(:salt || chr(10)
                            || (content ->> 'message'), 'UTF8')), 'hex') = :hash""",
                        """
                                update application_update
                                set content = jsonb_set(content, '{correction,reason}', to_jsonb(cast(:instead as text)))
                                where submission_id = :submission and encode(sha256(convert_to(:salt || chr(10)
                                    || (content #>> '{correction,reason}'), 'UTF8')), 'hex') = :hash""")
                .concatMap(sql -> database.sql(sql).bind("instead", instead).bind("submission", submission)
                        .bind("salt", text.salt()).bind("hash", text.sha256()).then())
                .then();
    }
}

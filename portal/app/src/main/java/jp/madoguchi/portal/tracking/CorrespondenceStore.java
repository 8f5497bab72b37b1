package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the office and the applicant wrote to each other.
 */
@Component
public class CorrespondenceStore {

    private final DatabaseClient database;

    CorrespondenceStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> fromCity(UUID update, UUID submission, String text, Instant at) {
        return database.sql("""
                insert into message (id, submission_id, from_city, at, text) values (:id, :submission, true, :at, :text)
                on conflict (id) do nothing""").bind("id", update).bind("submission", submission).bind("at", at)
                .bind("text", text).then();
    }

    Mono<Void> fromApplicant(UUID submission, String text, Instant at) {
        return database
                .sql("insert into message (submission_id, from_city, at, text) values (:submission, false, :at, :text)")
                .bind("submission", submission).bind("at", at).bind("text", text).then();
    }

    /** Takes a text out of the messages about a submission. */
    Mono<Void> takeOut(UUID submission, ApplicationUpdate.TakenOut text, String instead) {
        return database.sql("""
                update message set text = :instead where submission_id = :submission
                    and encode(sha256(convert_to(:salt || chr(10) || text, 'UTF8')), 'hex') = :hash""")
                .bind("instead", instead).bind("submission", submission).bind("salt", text.salt())
                .bind("hash", text.sha256()).then();
    }

    Mono<Long> countFromApplicant(UUID submission, Instant since) {
        return database
                .sql("select count(*) from message where submission_id = :submission and not from_city and at > :since")
                .bind("submission", submission).bind("since", since)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
    }

    public Flux<Message> messages(UUID submission) {
        return database
                .sql("select from_city, at, text from message where submission_id = :submission order by at limit 500")
                .bind("submission", submission)
                .map(row -> new Message(Columns.required(row, "from_city", Boolean.class),
                        Columns.required(row, "at", Instant.class),
                        Columns.required(row, "text", String.class)))
                .all();
    }
}

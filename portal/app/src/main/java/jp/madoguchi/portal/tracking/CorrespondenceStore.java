package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.exchange.ApplicationUpdate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the office and the applicant wrote to each other, correction requests included.
 */
@Component
class CorrespondenceStore {

    /** What stands where something was taken out, for every reader. */
    private static final String TAKEN_OUT = "〔個人番号などが含まれていたため、削除しました / Removed because it held personal numbers〕";

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

    /** Takes texts out of everything that was written about a submission. */
    Mono<Void> takeOut(UUID submission, List<ApplicationUpdate.TakenOut> texts) {
        return Flux.fromIterable(texts)
                .concatMap(text -> Flux.just("""
                        update message set text = :instead where submission_id = :submission
                            and encode(sha256(convert_to(:salt || chr(10) || text, 'UTF8')), 'hex') = :hash""", """
                        update consignment set words = :instead where submission_id = :submission
                            and encode(sha256(convert_to(:salt || chr(10) || words, 'UTF8')), 'hex') = :hash""", """
                        update correction_request set reason = :instead where submission_id = :submission
                            and encode(sha256(convert_to(:salt || chr(10) || reason, 'UTF8')), 'hex') = :hash""",
                        """
                                update application_update set content = jsonb_set(content, '{message}', to_jsonb(cast(:instead as text)))
                                where submission_id = :submission and encode(sha256(convert_to(:salt || chr(10)
                                    || (content ->> 'message'), 'UTF8')), 'hex') = :hash""",
                        """
                                update application_update
                                set content = jsonb_set(content, '{correction,reason}', to_jsonb(cast(:instead as text)))
                                where submission_id = :submission and encode(sha256(convert_to(:salt || chr(10)
                                    || (content #>> '{correction,reason}'), 'UTF8')), 'hex') = :hash""")
                        .concatMap(sql -> database.sql(sql).bind("instead", TAKEN_OUT).bind("submission", submission)
                                .bind("salt", text.salt()).bind("hash", text.sha256()).then()))
                .then();
    }

    Mono<Long> countFromApplicant(UUID submission, Instant since) {
        return database
                .sql("select count(*) from message where submission_id = :submission and not from_city and at > :since")
                .bind("submission", submission).bind("since", since)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
    }

    Flux<Message> messages(UUID submission) {
        return database
                .sql("select from_city, at, text from message where submission_id = :submission order by at limit 500")
                .bind("submission", submission)
                .map(row -> new Message(Objects.requireNonNull(row.get("from_city", Boolean.class)),
                        Objects.requireNonNull(row.get("at", Instant.class)),
                        Objects.requireNonNull(row.get("text", String.class))))
                .all();
    }

    Flux<Request> requests(UUID submission) {
        return database.sql("""
                select c.*, d.id as draft from correction_request c
                left join draft d on d.correction_id = c.id and d.closed_at is null
                where c.submission_id = :submission order by c.asked_at""").bind("submission", submission)
                .map(row -> new Request(Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("reason", String.class)),
                        Objects.requireNonNull(row.get("answer_by", LocalDate.class)),
                        Objects.requireNonNull(row.get("asked_at", Instant.class)),
                        row.get("answered_at", Instant.class), row.get("closed_at", Instant.class),
                        row.get("draft", UUID.class)))
                .all();
    }
}

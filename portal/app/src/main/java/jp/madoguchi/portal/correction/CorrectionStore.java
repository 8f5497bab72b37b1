package jp.madoguchi.portal.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.TakenOut;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Correction requests (補正) as they stand.
 */
@Component
class CorrectionStore {

    private final DatabaseClient database;

    CorrectionStore(DatabaseClient database) {
        this.database = database;
    }

    /** What is asked, shown beside the pages of the correction. */
    record Asked(String reason, List<String> fields, LocalDate answerBy) {}

    Mono<Boolean> insert(UUID submission, CorrectionRequest request, Instant now) {
        return database.sql("""
                insert into correction_request (id, submission_id, reason, fields, answer_by, asked_at)
                values (:id, :submission, :reason, :fields, :by, :now) on conflict (id) do nothing""")
                .bind("id", request.id()).bind("submission", submission).bind("reason", request.reason())
                .bind("fields", request.fields().toArray(String[]::new)).bind("by", request.answerBy()).bind("now", now)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** The applicant has until another day; false if that is no other, or nothing is asked any more. */
    Mono<Boolean> prolong(CorrectionRequest request) {
        return database.sql("""
                update correction_request set answer_by = :by
                where id = :id and answer_by <> :by and answered_at is null and closed_at is null""")
                .bind("by", request.answerBy()).bind("id", request.id()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Asked> asked(UUID request) {
        return database.sql("select reason, fields, answer_by from correction_request where id = :id")
                .bind("id", request)
                .map(row -> new Asked(Columns.required(row, "reason", String.class),
                        Arrays.asList(Columns.required(row, "fields", String[].class)),
                        Columns.required(row, "answer_by", LocalDate.class)))
                .one();
    }

    /** Marks the request as answered; false if it was closed or answered before. */
    Mono<Boolean> answer(UUID request, Instant now) {
        return database.sql("""
                update correction_request set answered_at = :now
                where id = :id and answered_at is null and closed_at is null""").bind("now", now).bind("id", request)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Boolean> isAnswered(UUID request) {
        return database.sql("select answered_at is not null as answered from correction_request where id = :id")
                .bind("id", request).map(row -> Columns.required(row, "answered", Boolean.class)).one();
    }

    Mono<Boolean> isClosed(UUID request) {
        return database.sql("select closed_at is not null as closed from correction_request where id = :id")
                .bind("id", request).map(row -> Columns.required(row, "closed", Boolean.class)).one();
    }

    /** Ends requests that are still open; their ids. */
    Flux<UUID> closeOpen(UUID submission, Instant now) {
        return database.sql("""
                update correction_request set closed_at = :now
                where submission_id = :submission and answered_at is null and closed_at is null returning id""")
                .bind("now", now).bind("submission", submission)
                .map(row -> Columns.required(row, "id", UUID.class)).all().collectList()
                .flatMapIterable(ended -> ended);
    }

    Flux<CorrectionRequested> of(UUID submission) {
        return database.sql("select * from correction_request where submission_id = :submission order by asked_at")
                .bind("submission", submission)
                .map(row -> new CorrectionRequested(Columns.required(row, "id", UUID.class),
                        Columns.required(row, "reason", String.class),
                        Columns.required(row, "answer_by", LocalDate.class),
                        Columns.required(row, "asked_at", Instant.class),
                        row.get("answered_at", Instant.class), row.get("closed_at", Instant.class), null))
                .all();
    }

    Mono<Void> takeOut(UUID submission, TakenOut text, String instead) {
        return database.sql("""
                update correction_request set reason = :instead where submission_id = :submission
                    and encode(sha256(convert_to(:salt || chr(10) || reason, 'UTF8')), 'hex') = :hash""")
                .bind("instead", instead).bind("submission", submission).bind("salt", text.salt())
                .bind("hash", text.sha256()).then();
    }
}

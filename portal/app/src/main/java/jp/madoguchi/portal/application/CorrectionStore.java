package jp.madoguchi.portal.application;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.platform.token.SecretToken;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Correction requests (補正) as they stand, and the drafts that answer them.
 */
@Component
class CorrectionStore {

    private final DatabaseClient database;

    CorrectionStore(DatabaseClient database) {
        this.database = database;
    }

    /** What is asked, shown beside the pages of the correction. */
    record Asked(String reason, List<String> fields, java.time.LocalDate answerBy) {}

    record MailTo(String mail, String language, String receiptNumber) {}

    Mono<Boolean> insert(UUID submission, CorrectionRequest request, Instant now) {
        return database.sql("""
                insert into correction_request (id, submission_id, reason, fields, answer_by, asked_at)
                values (:id, :submission, :reason, :fields, :by, :now) on conflict (id) do nothing""")
                .bind("id", request.id()).bind("submission", submission).bind("reason", request.reason())
                .bind("fields", request.fields().toArray(String[]::new)).bind("by", request.answerBy()).bind("now", now)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** The applicant has until another day. */
    Mono<Void> prolong(CorrectionRequest request, Instant expiresAt) {
        return database.sql("""
                with longer as (update correction_request set answer_by = :by
                    where id = :id and answer_by <> :by and answered_at is null and closed_at is null returning id)
                update draft set expires_at = greatest(expires_at, :expires)
                where correction_id in (select id from longer) and closed_at is null""").bind("by", request.answerBy())
                .bind("id", request.id()).bind("expires", expiresAt).then();
    }

    /** A draft of the version that was submitted, filled with what was submitted last. */
    Mono<UUID> insertDraft(UUID submission, UUID request, Instant now, Instant expiresAt) {
        return database
                .sql("""
                        insert into draft (procedure, version, kind, submission_id, correction_id, account, answers, form_key, fill,
                            language, started_at, saved_at, expires_at, abandoned_at)
                        select s.procedure, s.version, 'correction', s.id, :request, s.account, r.answers, :key, :fill, s.language,
                            :now, :now, :expires, :now
                        from submission s join submission_revision r on r.submission_id = s.id
                        where s.id = :submission order by r.revision desc limit 1
                        on conflict (correction_id) do nothing
                        returning id""")
                .bind("request", request).bind("key", SecretToken.create().value())
                .bind("fill", UUID.randomUUID()).bind("now", now).bind("expires", expiresAt)
                .bind("submission", submission).map(row -> Objects.requireNonNull(row.get("id", UUID.class))).one();
    }

    Mono<Asked> asked(UUID request) {
        return database.sql("select reason, fields, answer_by from correction_request where id = :id")
                .bind("id", request)
                .map(row -> new Asked(Objects.requireNonNull(row.get("reason", String.class)),
                        Arrays.asList(Objects.requireNonNull(row.get("fields", String[].class))),
                        Objects.requireNonNull(row.get("answer_by", java.time.LocalDate.class))))
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
                .bind("id", request).map(row -> Objects.requireNonNull(row.get("answered", Boolean.class))).one();
    }

    /** Where notices of the application go; empty where the applicant gave no address. */
    Mono<MailTo> mailTo(UUID submission) {
        return database.sql("select mail, language, receipt_number from submission where id = :id and mail is not null")
                .bind("id", submission)
                .map(row -> new MailTo(Objects.requireNonNull(row.get("mail", String.class)),
                        Objects.requireNonNull(row.get("language", String.class)),
                        Objects.requireNonNull(row.get("receipt_number", String.class))))
                .one();
    }

    /** Ends requests that are still open: the case has moved on. Their drafts are closed with them. */
    Mono<Void> closeOpen(UUID submission, Instant now) {
        return database.sql("""
                with ended as (update correction_request set closed_at = :now
                    where submission_id = :submission and answered_at is null and closed_at is null returning id)
                update draft set closed_at = :now, closed_as = 'discarded'
                where correction_id in (select id from ended) and closed_at is null""").bind("now", now)
                .bind("submission", submission).then();
    }
}

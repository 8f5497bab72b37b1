package jp.madoguchi.portal.application;

import jp.madoguchi.exchange.ReceiptNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.portal.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes what was handed in.
 */
@Component
class SubmissionStore {

    private final DatabaseClient database;

    SubmissionStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is handed in.
     *
     * @param mail where notices go, null for nowhere
     * @param secretHash of the applicant's own word for asking without an account, null for none
     */
    record Handed(Draft draft, @Nullable UUID account, @Nullable String mail, boolean noticeConsent,
            @Nullable String secretHash, Instant at) {}

    /** The new submission's id; empty if the receipt number is taken already. */
    Mono<UUID> insert(Handed handed, ReceiptNumber number) {
        var draft = handed.draft();
        return database
                .sql("""
                        insert into submission (draft_id, receipt_number, procedure, version, content_hash, language, account, mail,
                            notice_consent, secret_hash, arrived_at, stage_at)
                        values (:draft, :number, :procedure, :version, :hash, :language, :account, :mail, :consent, :secret, :at, :at)
                        on conflict (receipt_number) do nothing
                        returning id""")
                .bind("draft", draft.id()).bind("number", number.digits())
                .bind("procedure", draft.procedure().id().value()).bind("version", draft.edition().version())
                .bind("hash", draft.edition().contentHash()).bind("language", draft.language().tag())
                .bind("account", Maybe.of(handed.account(), UUID.class))
                .bind("mail", Maybe.of(handed.mail(), String.class)).bind("consent", handed.noticeConsent())
                .bind("secret", Maybe.of(handed.secretHash(), String.class)).bind("at", handed.at())
                .map(SubmissionStore::id).one();
    }

    /** Keeps the answers as handed in; the number of the revision, from 1. */
    Mono<Integer> insertRevision(UUID submission, @Nullable UUID correction, String answers, String attachments,
            Instant at) {
        return database
                .sql("""
                        insert into submission_revision (submission_id, revision, correction_id, at, answers, attachments)
                        select :submission, coalesce(max(revision), 0) + 1, cast(:correction as uuid), :at, cast(:answers as jsonb),
                            cast(:attachments as jsonb)
                        from submission_revision where submission_id = :submission
                        returning revision""")
                .bind("submission", submission)
                .bind("correction", Maybe.of(correction, UUID.class)).bind("at", at).bind("answers", answers)
                .bind("attachments", attachments).map(row -> Objects.requireNonNull(row.get("revision", Integer.class)))
                .one();
    }

    /** @param mail where notices go from now on, null for nowhere */
    Mono<Void> readdress(UUID submission, @Nullable String mail) {
        return database.sql("update submission set mail = :mail where id = :id")
                .bind("mail", Maybe.of(mail, String.class)).bind("id", submission).then();
    }

    /** The answer is here, so nothing is asked of the applicant any more; the office's next word comes when it comes. */
    Mono<Void> corrected(UUID submission, Instant now) {
        return database.sql("""
                update submission set stage = 'IN_EXAMINATION', stage_at = :now
                where id = :id and stage = 'AWAITING_CORRECTION'""").bind("now", now).bind("id", submission).then();
    }

    Mono<UUID> ofDraft(UUID draft) {
        return database.sql("select id from submission where draft_id = :draft").bind("draft", draft)
                .map(SubmissionStore::id).one();
    }

    private static UUID id(Readable row) {
        return Objects.requireNonNull(row.get("id", UUID.class));
    }
}

package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.handover.Consignments;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

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
    record Handed(Draft draft, Answers answers, @Nullable UUID account, @Nullable String mail, boolean noticeConsent,
            @Nullable String secretHash, Instant at) {}

    /**
     * Freezes the answers as the first revision, binds their files and consigns it all to the back office, in one statement.
     *
     * @return the new submission's id; empty if the receipt number is taken already, then nothing happened
     */
    Mono<UUID> insert(Handed handed, ReceiptNumber number) {
        var draft = handed.draft();
        var files = AttachedFiles.in(handed.answers());
        return database
                .sql("""
                        with handed as (
                            insert into submission (draft_id, receipt_number, procedure, version, content_hash, language, account, mail,
                                notice_consent, secret_hash, arrived_at, stage_at)
                            values (:draft, :number, :procedure, :version, :hash, :language, :account, :mail, :consent, :secret, :at, :at)
                            on conflict (receipt_number) do nothing
                            returning id),
                        frozen as (
                            insert into submission_revision (submission_id, revision, at, answers, attachments)
                            select id, 1, :at, cast(:answers as jsonb), cast(:attachments as jsonb) from handed),
                        bound as (%s), consigned as (%s)
                        select id from handed"""
                        .formatted(Uploads.submittedAfter("handed"),
                                Consignments.submittedAfter("handed")))
                .bind("answers", AnswersJson.write(handed.answers()).toString())
                .bind("attachments", JsonMapper.shared().writeValueAsString(files))
                .bind("files", files.stream().map(Consignment.Attachment::id).toArray(UUID[]::new))
                .bind("draft", draft.id()).bind("number", number.digits())
                .bind("procedure", draft.procedure().id().value()).bind("version", draft.edition().version())
                .bind("hash", draft.edition().contentHash()).bind("language", draft.language().tag())
                .bind("account", Maybe.of(handed.account(), UUID.class))
                .bind("mail", Maybe.of(handed.mail(), String.class)).bind("consent", handed.noticeConsent())
                .bind("secret", Maybe.of(handed.secretHash(), String.class)).bind("at", handed.at())
                .map(SubmissionStore::id).one();
    }

    private static UUID id(Readable row) {
        return Columns.required(row, "id", UUID.class);
    }
}

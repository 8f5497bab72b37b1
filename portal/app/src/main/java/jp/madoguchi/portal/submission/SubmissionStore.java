package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.mail.Mail;
import jp.madoguchi.platform.monitoring.webflux.RequestIds;
import jp.madoguchi.platform.outbox.MailOutbox;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.handover.Consignments;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what was handed in.
 */
@Component
class SubmissionStore {

    private static final String HANDED = """
            with closed as (%s),
            handed as (
                insert into submission (draft_id, receipt_number, procedure, version, content_hash, language, account, mail,
                    notice_consent, secret_hash, arrived_at, stage_at)
                select id, :number, :procedure, :version, :hash, :language, :account, :mail, :consent, :secret, :at, :at from closed
                returning id),
            frozen as (
                insert into submission_revision (submission_id, revision, at, answers, attachments)
                select id, 1, :at, cast(:answers as jsonb), cast(:attachments as jsonb) from handed),
            """;

    private final DatabaseClient database;
    private final MailedLinks links;
    private final Grants grants;
    private final MailOutbox outbox;

    SubmissionStore(DatabaseClient database, MailedLinks links, Grants grants, MailOutbox outbox) {
        this.database = database;
        this.links = links;
        this.grants = grants;
        this.outbox = outbox;
    }

    /**
     * What is handed in.
     *
     * @param submitted the step of filling in
     * @param mail where notices go, null for nowhere
     * @param secretHash of the applicant's own word for asking without an account, null for none
     * @param keyHash of the browser that shows the receipt for a while, null where an account does
     * @param letter that tells of the arrival, null for none
     */
    record Handed(Draft draft, Answers answers, FillStep submitted, @Nullable UUID account, @Nullable String mail,
            boolean noticeConsent, @Nullable String secretHash, @Nullable String keyHash, ReceiptNumber number,
            @Nullable Letter letter, Instant at) {}

    /** @param link that stands in the mail */
    record Letter(Mail mail, SecretToken link) {}

    /**
     * The arrival (到達), in one statement: closes the draft, freezes the answers as the first revision, binds their files, consigns it all
     * to the back office, appends the step and mails.
     *
     * @return the new submission's id; empty if the draft was closed or changed since it was read, then nothing happened
     * @throws DuplicateKeyException (as error signal) if the receipt number is taken already; then nothing happened
     */
    Mono<UUID> insert(Handed handed) {
        return Mono.deferContextual(context -> insert(handed, RequestIds.traceparent(context)));
    }

    private Mono<UUID> insert(Handed handed, @Nullable String traceparent) {
        var draft = handed.draft();
        var files = AttachedFiles.in(handed.answers());
        var letter = handed.letter();
        var keyHash = handed.keyHash();
        var parts = new ArrayList<>(List.of("bound as (" + Uploads.submittedAfter("handed") + ")",
                "consigned as (" + Consignments.submittedAfter("handed") + ")",
                "told as (" + FillLog.appendedAfter("handed") + ")"));
        if (letter != null) {
            parts.add("linked as (" + MailedLinks.issuedAfter("handed") + ")");
            parts.add("mailed as (" + MailOutbox.enqueuedAfter("handed") + ")");
        }
        if (keyHash != null) {
            parts.add(Grants.handedInAfter("handed"));
        }
        var statement = FillLog.bind(DraftChanges.bindHandedIn(
                database.sql(HANDED.formatted(DraftChanges.handedIn()) + String.join(", ", parts)
                        + " select id from handed"),
                draft, handed.at()), handed.submitted());
        if (letter != null) {
            statement = MailOutbox.bind(links.bind(statement, MailedLinks.Purpose.TRACK, letter.link()),
                    letter.mail(), traceparent);
        } else {
            statement = statement.bind("traceparent", Maybe.of(traceparent, String.class));
        }
        if (keyHash != null) {
            statement = grants.bindHandedIn(statement, keyHash);
        }
        return statement.bind("number", handed.number().digits())
                .bind("procedure", draft.procedure().id().value()).bind("version", draft.edition().version())
                .bind("hash", draft.edition().contentHash()).bind("language", draft.language().tag())
                .bind("account", Maybe.of(handed.account(), UUID.class))
                .bind("mail", Maybe.of(handed.mail(), String.class)).bind("consent", handed.noticeConsent())
                .bind("secret", Maybe.of(handed.secretHash(), String.class)).bind("at", handed.at())
                .bind("answers", AnswersJson.write(handed.answers()).toString())
                .bind("attachments", JsonMapper.shared().writeValueAsString(files))
                .bind("files", files.stream().map(Consignment.Attachment::id).toArray(UUID[]::new))
                .map(SubmissionStore::id).one()
                .delayUntil(id -> letter == null ? Mono.empty() : outbox.enqueued());
    }

    private static UUID id(Readable row) {
        return Columns.required(row, "id", UUID.class);
    }
}

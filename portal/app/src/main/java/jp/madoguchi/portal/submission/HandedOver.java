package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.exchange.UnreachedApplicant;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What was handed in, as it is told to the back office.
 */
@Component
public class HandedOver {
    private final DatabaseClient database;

    HandedOver(DatabaseClient database) {
        this.database = database;
    }

    /** A revision of a submission; 0 stands for the submission alone. */
    public record Key(UUID submission, int revision) {}

    /**
     * A submission with one revision of its answers.
     *
     * @param correction that the revision answers, null for the application itself or no revision
     * @param answers as JSON, null for no revision
     * @param attachments as JSON, null for no revision
     */
    public record Revision(Key key, ReceiptNumber receiptNumber, ProcedureId procedure, int version, String contentHash,
            String language, boolean noticeConsent, @Nullable String mail, @Nullable UUID correction,
            @Nullable String answers, @Nullable String attachments) {}

    public Flux<Revision> of(Collection<Key> keys) {
        return keys.isEmpty()
                ? Flux.empty()
                : database
                        .sql("""
                                select w.submission, w.revision, s.receipt_number, s.procedure, s.version, s.content_hash, s.language,
                                    s.notice_consent, s.mail, r.correction_id, r.answers, r.attachments
                                from unnest(cast(:submissions as uuid[]), cast(:revisions as integer[])) as w (submission, revision)
                                join submission s on s.id = w.submission
                                left join submission_revision r on r.submission_id = w.submission and r.revision = w.revision""")
                        .bind("submissions", keys.stream().map(Key::submission).toArray(UUID[]::new))
                        .bind("revisions", keys.stream().map(Key::revision).toArray(Integer[]::new))
                        .map(HandedOver::read).all();
    }

    /** Applicants whose mailbox takes no mail, longest first. */
    public Flux<UnreachedApplicant> unreached(int limit) {
        return database.sql("""
                select s.id, m.since from mail_unreached m join submission s on s.mail = m.recipient
                order by m.since, s.id limit :limit""").bind("limit", limit)
                .map(row -> new UnreachedApplicant(row.get("id", UUID.class), row.get("since", Instant.class))).all();
    }

    private static Revision read(Readable row) {
        return new Revision(
                new Key(Columns.required(row, "submission", UUID.class),
                        Columns.required(row, "revision", Integer.class)),
                new ReceiptNumber(Columns.required(row, "receipt_number", String.class)),
                new ProcedureId(Columns.required(row, "procedure", String.class)),
                Columns.required(row, "version", Integer.class), Columns.required(row, "content_hash", String.class),
                Columns.required(row, "language", String.class), Columns.required(row, "notice_consent", Boolean.class),
                row.get("mail", String.class), row.get("correction_id", UUID.class),
                row.get("answers", String.class), row.get("attachments", String.class));
    }
}

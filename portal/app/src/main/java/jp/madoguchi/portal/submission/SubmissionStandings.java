package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.database.Maybe;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftStore;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Submissions as their applicants see them. Every question for one names who asks, so a foreign one looks like none at all.
 */
@Component
public class SubmissionStandings {

    private static final String SELECT = "select s.*, (" + DraftStore.interviewOf("s.draft_id")
            + ") as interview from submission s ";

    private final DatabaseClient database;

    SubmissionStandings(DatabaseClient database) {
        this.database = database;
    }

    /** What is said where there is none that this visitor may open. */
    public static Refusal notFound() {
        return new Refusal.NotFound("no-such-application",
                "この申請を表示できません。ログインするか、受付番号と合言葉を入力して、もう一度お試しください。");
    }

    public Mono<SubmissionStanding> find(UUID id, Visitor visitor, Instant now) {
        return find(id, visitor, now, new String[0]);
    }

    /** As {@link #find}, also for the browser in which it was just handed in. */
    public Mono<SubmissionStanding> findReceipt(UUID id, Visitor visitor, Instant now) {
        return find(id, visitor, now, "receipt");
    }

    private Mono<SubmissionStanding> find(UUID id, Visitor visitor, Instant now, String... scopes) {
        return database
                .sql(SELECT + "where s.id = :id and (s.account = :account or "
                        + Grants.opening("s.id", scopes) + ")")
                .bind("id", id).bind("account", Maybe.of(visitor.account(), UUID.class))
                .bind("key", visitor.keyHashOrNone()).bind("now", now).map(SubmissionStandings::read).one();
    }

    public Mono<SubmissionStanding> find(UUID id) {
        return database.sql(SELECT + "where s.id = :id").bind("id", id)
                .map(SubmissionStandings::read)
                .one();
    }

    public Mono<SubmissionStanding> ofNumber(ReceiptNumber number) {
        return database.sql(SELECT + "where s.receipt_number = :number")
                .bind("number", number.digits()).map(SubmissionStandings::read).one();
    }

    /** Another own word, where one was chosen before; an application of an account has none. */
    public Mono<Void> setSecret(UUID id, String hash) {
        return database.sql("update submission set secret_hash = :hash where id = :id and secret_hash is not null")
                .bind("hash", hash).bind("id", id).then();
    }

    /** What the secret of a receipt number has to match. */
    public Mono<Secret> secret(ReceiptNumber number) {
        return database.sql(
                "select id, secret_hash from submission where receipt_number = :number and secret_hash is not null")
                .bind("number", number.digits())
                .map(row -> new Secret(Columns.required(row, "id", UUID.class),
                        Columns.required(row, "secret_hash", String.class)))
                .one();
    }

    public record Secret(UUID submission, String hash) {}

    /**
     * Applications of an account, last arrived first.
     *
     * @param before only those that arrived before this one, null for the first page
     */
    public Flux<SubmissionStanding> ofAccount(UUID account, @Nullable UUID before, int limit) {
        return database.sql(SELECT + """
                where s.account = :account and (cast(:before as uuid) is null or (s.arrived_at, s.id) <
                    (select b.arrived_at, b.id from submission b where b.id = :before and b.account = :account))
                order by s.arrived_at desc, s.id desc limit :limit""").bind("account", account)
                .bind("before", Maybe.of(before, UUID.class)).bind("limit", limit).map(SubmissionStandings::read).all();
    }

    /** Moves the application to the update's stage; false if a later update was applied before. */
    public Mono<Boolean> apply(UUID submission, ApplicationUpdate update) {
        var outcome = update.outcome();
        return database.sql("""
                update submission set sequence = :sequence, stage = :stage, stage_at = :at, office = :office,
                    expected_by = :expected, outcome = case when :decided then coalesce(:outcome, outcome) end
                where id = :id and sequence < :sequence""").bind("sequence", update.sequence())
                .bind("stage", update.stage().name()).bind("at", update.at()).bind("office", update.office())
                .bind("expected", Maybe.of(update.expectedBy(), LocalDate.class))
                .bind("decided", SubmissionStanding.isClosed(update.stage()))
                .bind("outcome", Maybe.of(outcome == null ? null : outcome.name(), String.class)).bind("id", submission)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Notes the withdrawal; false if it was withdrawn or decided before. */
    public Mono<Boolean> withdraw(UUID submission, Instant now) {
        return database.sql("""
                update submission set withdrawn_at = :now, stage = 'WITHDRAWN', stage_at = :now
                where id = :id and withdrawn_at is null
                    and stage in ('ARRIVED', 'IN_EXAMINATION', 'AWAITING_CORRECTION', 'AWAITING_APPROVAL')""")
                .bind("now", now).bind("id", submission).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Chooses how the notice comes; false if it was chosen so before, or there is no notice to come any more. */
    public Mono<Boolean> chooseNoticeWay(UUID submission, boolean electronic) {
        return database
                .sql("""
                        update submission set electronic_notice = :electronic
                        where id = :id and coalesce(electronic_notice, notice_consent) <> :electronic and withdrawn_at is null
                            and stage in ('ARRIVED', 'IN_EXAMINATION', 'AWAITING_CORRECTION', 'AWAITING_APPROVAL', 'DECIDED')""")
                .bind("electronic", electronic).bind("id", submission).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** @param mail where notices go from now on, null for nowhere */
    public Mono<Void> readdress(UUID submission, @Nullable String mail) {
        return database.sql("update submission set mail = :mail where id = :id")
                .bind("mail", Maybe.of(mail, String.class)).bind("id", submission).then();
    }

    /** The answer is here, so nothing is asked of the applicant any more; the office's next word comes when it comes. */
    public Mono<Void> corrected(UUID submission, Instant now) {
        return database.sql("""
                update submission set stage = 'IN_EXAMINATION', stage_at = :now
                where id = :id and stage = 'AWAITING_CORRECTION'""").bind("now", now).bind("id", submission).then();
    }

    /** What a draft became, or corrects; empty where it was never handed in. */
    public Mono<UUID> of(Draft draft) {
        return draft.purpose() instanceof DraftPurpose.Correction correction
                ? Mono.just(correction.submission())
                : ofDraft(draft.id());
    }

    Mono<UUID> ofDraft(UUID draft) {
        return database.sql("select id from submission where draft_id = :draft").bind("draft", draft)
                .map(row -> Columns.required(row, "id", UUID.class)).one();
    }

    /**
     * What became of a draft.
     *
     * @param mine whether this visitor may open it
     */
    public record Became(UUID draft, UUID submission, ReceiptNumber receiptNumber, boolean withdrawn, boolean mine) {}

    public Flux<Became> ofDrafts(Collection<UUID> drafts, Visitor visitor, Instant now) {
        return database
                .sql("select s.draft_id, s.id, s.receipt_number, s.withdrawn_at is not null as withdrawn, "
                        + "coalesce(s.account = :account, false) or " + Grants.opening("s.id", "receipt")
                        + " as mine from submission s where s.draft_id = any(:drafts)")
                .bind("drafts", drafts.toArray(UUID[]::new)).bind("account", Maybe.of(visitor.account(), UUID.class))
                .bind("key", visitor.keyHashOrNone()).bind("now", now)
                .map(row -> new Became(Columns.required(row, "draft_id", UUID.class),
                        Columns.required(row, "id", UUID.class),
                        new ReceiptNumber(Columns.required(row, "receipt_number", String.class)),
                        Columns.required(row, "withdrawn", Boolean.class),
                        Columns.required(row, "mine", Boolean.class)))
                .all();
    }

    private static boolean consents(Readable row) {
        var chosen = row.get("electronic_notice", Boolean.class);
        return chosen == null ? Columns.required(row, "notice_consent", Boolean.class) : chosen;
    }

    private static SubmissionStanding read(Readable row) {
        var outcome = row.get("outcome", String.class);
        return new SubmissionStanding(Columns.required(row, "id", UUID.class),
                row.get("interview", UUID.class),
                new ReceiptNumber(Columns.required(row, "receipt_number", String.class)),
                new ProcedureId(Columns.required(row, "procedure", String.class)),
                Columns.required(row, "version", Integer.class),
                Columns.required(row, "language", String.class), row.get("account", UUID.class),
                row.get("secret_hash", String.class) != null,
                row.get("mail", String.class),
                consents(row), Columns.required(row, "arrived_at", Instant.class),
                Columns.required(row, "sequence", Long.class),
                Stage.valueOf(Columns.required(row, "stage", String.class)),
                Columns.required(row, "stage_at", Instant.class), row.get("office", String.class),
                row.get("expected_by", LocalDate.class), outcome == null ? null : Outcome.valueOf(outcome),
                row.get("withdrawn_at", Instant.class));
    }
}

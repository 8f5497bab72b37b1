package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Submissions as their applicants see them. Every question for one names who asks, so a foreign one looks like none at all.
 */
@Component
class StandingStore {

    private static final String MAY_SEE = """
            (s.account = :account or exists (select 1 from visitor_grant g
                where g.key_hash = :key and g.subject = s.id and g.scope = any(:scopes) and g.expires_at > :now))""";

    private final DatabaseClient database;

    StandingStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Standing> find(UUID id, Visitor visitor, Instant now) {
        return find(id, visitor, now, "all");
    }

    /** As {@link #find}, also for the browser in which it was just handed in. */
    Mono<Standing> findReceipt(UUID id, Visitor visitor, Instant now) {
        return find(id, visitor, now, "all", "receipt");
    }

    private Mono<Standing> find(UUID id, Visitor visitor, Instant now, String... scopes) {
        return database.sql("select s.* from submission s where s.id = :id and " + MAY_SEE).bind("id", id)
                .bind("account", Maybe.of(visitor.account(), UUID.class)).bind("key", visitor.keyHashOrNone())
                .bind("now", now).bind("scopes", scopes).map(StandingStore::read).one();
    }

    Mono<Standing> find(UUID id) {
        return database.sql("select s.* from submission s where s.id = :id").bind("id", id).map(StandingStore::read)
                .one();
    }

    Mono<Standing> ofNumber(String receiptNumber) {
        return database.sql("select s.* from submission s where s.receipt_number = :number")
                .bind("number", receiptNumber).map(StandingStore::read).one();
    }

    /** Another own word; an application of an account has none. */
    Mono<Void> setSecret(UUID id, String hash) {
        return database.sql("update submission set secret_hash = :hash where id = :id and account is null")
                .bind("hash", hash).bind("id", id).then();
    }

    /** What the secret of a receipt number has to match. */
    Mono<Secret> secret(String receiptNumber) {
        return database.sql(
                "select id, secret_hash from submission where receipt_number = :number and secret_hash is not null")
                .bind("number", receiptNumber)
                .map(row -> new Secret(Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("secret_hash", String.class))))
                .one();
    }

    record Secret(UUID submission, String hash) {}

    /**
     * Applications of an account, last arrived first.
     *
     * @param before only those that arrived before this one, null for the first page
     */
    Flux<Standing> ofAccount(UUID account, @Nullable UUID before, int limit) {
        return database.sql("""
                select s.* from submission s
                where s.account = :account and (cast(:before as uuid) is null or (s.arrived_at, s.id) <
                    (select b.arrived_at, b.id from submission b where b.id = :before and b.account = :account))
                order by s.arrived_at desc, s.id desc limit :limit""").bind("account", account)
                .bind("before", Maybe.of(before, UUID.class)).bind("limit", limit).map(StandingStore::read).all();
    }

    /** Whether the update is new; an update is kept even when a later one has overtaken it. */
    Mono<Boolean> insertUpdate(UUID submission, ApplicationUpdate update, String json, Instant now) {
        return database
                .sql("""
                        insert into application_update (id, submission_id, sequence, at, received_at, stage, content)
                        values (:id, :submission, :sequence, :at, :now, :stage, cast(:content as jsonb)) on conflict (id) do nothing""")
                .bind("id", update.id()).bind("submission", submission).bind("sequence", update.sequence())
                .bind("at", update.at()).bind("now", now).bind("stage", update.stage().name()).bind("content", json)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Moves the application to the update's stage; false if a later update was applied before. */
    Mono<Boolean> apply(UUID submission, ApplicationUpdate update) {
        var outcome = update.outcome();
        return database.sql("""
                update submission set sequence = :sequence, stage = :stage, stage_at = :at, office = :office,
                    expected_by = :expected, outcome = case when :decided then coalesce(:outcome, outcome) end
                where id = :id and sequence < :sequence""").bind("sequence", update.sequence())
                .bind("stage", update.stage().name()).bind("at", update.at()).bind("office", update.office())
                .bind("expected", Maybe.of(update.expectedBy(), LocalDate.class))
                .bind("decided", Standing.isClosed(update.stage()))
                .bind("outcome", Maybe.of(outcome == null ? null : outcome.name(), String.class)).bind("id", submission)
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Notes the withdrawal; false if it was withdrawn or decided before. */
    Mono<Boolean> withdraw(UUID submission, Instant now) {
        return database.sql("""
                update submission set withdrawn_at = :now, stage = 'WITHDRAWN', stage_at = :now
                where id = :id and withdrawn_at is null
                    and stage in ('ARRIVED', 'IN_EXAMINATION', 'AWAITING_CORRECTION', 'AWAITING_APPROVAL')""")
                .bind("now", now).bind("id", submission).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Chooses how the notice comes; false if it was chosen so before, or there is no notice to come any more. */
    Mono<Boolean> chooseNoticeWay(UUID submission, boolean electronic) {
        return database
                .sql("""
                        update submission set electronic_notice = :electronic
                        where id = :id and coalesce(electronic_notice, notice_consent) <> :electronic and withdrawn_at is null
                            and stage in ('ARRIVED', 'IN_EXAMINATION', 'AWAITING_CORRECTION', 'AWAITING_APPROVAL', 'DECIDED')""")
                .bind("electronic", electronic).bind("id", submission).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static boolean consents(Readable row) {
        var chosen = row.get("electronic_notice", Boolean.class);
        return chosen == null ? required(row, "notice_consent", Boolean.class) : chosen;
    }

    private static Standing read(Readable row) {
        var outcome = row.get("outcome", String.class);
        return new Standing(required(row, "id", UUID.class), required(row, "receipt_number", String.class),
                required(row, "procedure", String.class), required(row, "version", Integer.class),
                required(row, "language", String.class), row.get("account", UUID.class), row.get("mail", String.class),
                consents(row), required(row, "arrived_at", Instant.class),
                required(row, "sequence", Long.class), Stage.valueOf(required(row, "stage", String.class)),
                required(row, "stage_at", Instant.class), row.get("office", String.class),
                row.get("expected_by", LocalDate.class), outcome == null ? null : Outcome.valueOf(outcome),
                row.get("withdrawn_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The notices that go by post, as a list per office: what the events of the cases say, kept in the same transaction. A notice of a case
 * that was taken up again leaves the list.
 */
@Component
public class PaperNotices implements CaseObserver {

    /** As many as are read, printed and posted in one go. */
    static final int ON_A_PAGE = 100;

    private final DatabaseClient database;

    PaperNotices(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One notice of the list.
     *
     * @param printedAt when it was last printed; null if never
     * @param postedOn the day it was posted; null while it waits
     * @param agreed whether the applicant agrees to be notified electronically by now
     */
    public record Row(UUID document, UUID caseId, String number, String receiptNumber, String procedure,
            String applicant, String storeKey, Instant madeAt, @Nullable Instant printedAt,
            @Nullable LocalDate postedOn, @Nullable String postedBy, boolean agreed) {

        public String receipt() {
            return ReceiptNumber.grouped(receiptNumber);
        }
    }

    @Override
    public Mono<Void> happened(CaseStep step) {
        return Flux.fromIterable(step.fresh()).concatMap(event -> switch (event.what()) {
            case EventPayload.NoticeToPost made -> database.sql("""
                    insert into paper_notice (document_id, case_id) values (:document, :case)
                    """).bind("document", made.document()).bind("case", event.caseId()).then();
            case EventPayload.NoticePosted posted -> database.sql("""
                    update paper_notice set posted_on = :day, posted_by = :who where document_id = :document
                    """).bind("day", posted.postedOn()).bind("who", event.actor().name())
                    .bind("document", posted.document()).then();
            case EventPayload.PostingUndone undone -> database.sql("""
                    update paper_notice set posted_on = null, posted_by = null where document_id = :document
                    """).bind("document", undone.document()).then();
            case EventPayload.NoticeIssued issued -> database
                    .sql("update paper_notice set void = true where document_id = :document")
                    .bind("document", issued.document()).then();
            case EventPayload.Reopened reopened -> database
                    .sql("update paper_notice set void = true where case_id = :case")
                    .bind("case", event.caseId()).then();
            default -> Mono.<Void>empty();
        }).then();
    }

    /**
     * One page of a list.
     *
     * @param total of the whole list
     * @param next the last notice of this page, where another follows; null on the last page
     */
    public record Page(List<Row> rows, long total, @Nullable UUID next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What waits to be posted from this person's office, oldest first.
     *
     * @param after the last notice of the page before; null for the first page
     */
    public Mono<Page> waiting(Staff staff, @Nullable UUID after) {
        return page("p.posted_on is null", "(d.made_at, d.id) > (select b.made_at, b.id from case_document b where "
                + "b.id = :after)", "d.made_at, d.id", staff, after);
    }

    /** What was posted from this person's office, newest first; as {@link #waiting}. */
    public Mono<Page> posted(Staff staff, @Nullable UUID after) {
        return page("p.posted_on is not null",
                "(p.posted_on, d.made_at, d.id) < (select c.posted_on, b.made_at, b.id from case_document b "
                        + "join paper_notice c on c.document_id = b.id where b.id = :after)",
                "p.posted_on desc, d.made_at desc, d.id desc", staff, after);
    }

    /** Those of these that wait to be posted from this person's office, wherever in the list they stand. */
    public Flux<Row> waitingAmong(Staff staff, Collection<UUID> documents) {
        return rows("p.posted_on is null and d.id = any(:documents)", "d.made_at, d.id", Integer.MAX_VALUE, staff,
                "documents", documents.toArray(UUID[]::new));
    }

    /** What became of one that does not wait any more: its number and why, in words. */
    public record Gone(String number, String why) {}

    /** Of these, those that do not wait to be posted from this person's office; what another office has by now is not named. */
    public Flux<Gone> goneAmong(Staff staff, Collection<UUID> documents) {
        return database.sql("""
                select d.number, f.office, p.posted_on, p.posted_by
                from paper_notice p join case_document d on d.id = p.document_id join case_file f on f.id = p.case_id
                where d.id = any(:documents) and (p.posted_on is not null or p.void or f.office <> :office)
                order by d.made_at, d.id
                """).bind("documents", documents.toArray(UUID[]::new)).bind("office", staff.office())
                .map(row -> gone(row, staff)).all();
    }

    private static Gone gone(Readable row, Staff staff) {
        var posted = row.get("posted_on", LocalDate.class);
        if (!staff.isOf(row.get("office", String.class))) {
            return new Gone("1件", "ほかの窓口の案件になりました");
        }
        var number = row.get("number", String.class);
        if (posted != null) {
            return new Gone(number,
                    "すでに発送済みです（" + Days.full(posted) + "、" + row.get("posted_by", String.class) + " さん）");
        }
        return new Gone(number, "郵送しないことになりました（電子で交付されたか、審査が再開されました）");
    }

    private Mono<Page> page(String list, String further, String order, Staff staff, @Nullable UUID after) {
        var condition = after == null ? list + " and cast(:after as uuid) is null" : list + " and " + further;
        return rows(condition, order, ON_A_PAGE + 1, staff, "after", Maybe.of(after, UUID.class))
                .collectList().zipWith(count(list, staff),
                        (rows, total) -> rows.size() > ON_A_PAGE
                                ? new Page(rows.subList(0, ON_A_PAGE), total, rows.get(ON_A_PAGE - 1).document())
                                : new Page(rows, total, null));
    }

    private Mono<Long> count(String list, Staff staff) {
        return database.sql("select count(*) as n from paper_notice p join case_file f on f.id = p.case_id "
                + "where f.office = :office and not p.void and " + list).bind("office", staff.office())
                .map(row -> row.get("n", Long.class)).one();
    }

    private Flux<Row> rows(String condition, String order, int most, Staff staff, String name, Object value) {
        return database.sql("""
                select d.id, f.id as case_id, d.number, f.receipt_number, f.procedure_title, f.applicant, d.store_key,
                    d.made_at, p.printed_at, p.posted_on, p.posted_by, f.electronic_notice
                from paper_notice p join case_document d on d.id = p.document_id join case_file f on f.id = p.case_id
                where f.office = :office and not p.void and\s""" + condition + " order by " + order + " limit " + most)
                .bind("office", staff.office()).bind(name, value)
                .map(row -> new Row(row.get("id", UUID.class), row.get("case_id", UUID.class),
                        row.get("number", String.class), row.get("receipt_number", String.class),
                        row.get("procedure_title", String.class), row.get("applicant", String.class),
                        row.get("store_key", String.class), row.get("made_at", Instant.class),
                        row.get("printed_at", Instant.class), row.get("posted_on", LocalDate.class),
                        row.get("posted_by", String.class), row.get("electronic_notice", Boolean.class)))
                .all();
    }

    public Mono<Void> printed(List<UUID> documents, Instant at) {
        return database.sql("update paper_notice set printed_at = :at where document_id = any(:documents)")
                .bind("at", at).bind("documents", documents.toArray(UUID[]::new)).then();
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ReceiptNumber;
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

    private static final int MOST = 200;

    private final DatabaseClient database;

    PaperNotices(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One notice of the list.
     *
     * @param printedAt when it was last printed; null if never
     * @param postedOn the day it was posted; null while it waits
     */
    public record Row(UUID document, UUID caseId, String number, String receiptNumber, String procedure,
            String applicant, String storeKey, Instant madeAt, @Nullable Instant printedAt,
            @Nullable LocalDate postedOn, @Nullable String postedBy) {

        public String receipt() {
            return ReceiptNumber.grouped(receiptNumber);
        }
    }

    @Override
    public Mono<Void> happened(Registration registration, List<CaseEvent> history, List<CaseEvent> fresh) {
        return Flux.fromIterable(fresh).concatMap(event -> switch (event.what()) {
            case Happening.NoticeToPost made -> database.sql("""
                    insert into paper_notice (document_id, case_id) values (:document, :case)
                    """).bind("document", made.document()).bind("case", event.caseId()).then();
            case Happening.NoticePosted posted -> database.sql("""
                    update paper_notice set posted_on = :day, posted_by = :who where document_id = :document
                    """).bind("day", posted.postedOn()).bind("who", event.actor().name())
                    .bind("document", posted.document()).then();
            case Happening.PostingUndone undone -> database.sql("""
                    update paper_notice set posted_on = null, posted_by = null where document_id = :document
                    """).bind("document", undone.document()).then();
            case Happening.Reopened reopened -> database
                    .sql("update paper_notice set void = true where case_id = :case")
                    .bind("case", event.caseId()).then();
            default -> Mono.<Void>empty();
        }).then();
    }

    /** What waits to be posted from this person's office, oldest first. */
    public Flux<Row> waiting(Staff staff) {
        return rows("p.posted_on is null", "d.made_at, d.id", staff);
    }

    /** What was posted from this person's office, newest first. */
    public Flux<Row> posted(Staff staff) {
        return rows("p.posted_on is not null", "p.posted_on desc, d.made_at desc, d.id", staff);
    }

    private Flux<Row> rows(String condition, String order, Staff staff) {
        return database.sql("""
                select d.id, f.id as case_id, d.number, f.receipt_number, f.procedure_title, f.applicant, d.store_key,
                    d.made_at, p.printed_at, p.posted_on, p.posted_by
                from paper_notice p join case_document d on d.id = p.document_id join case_file f on f.id = p.case_id
                where f.office = :office and not p.void and\s""" + condition + " order by " + order + " limit " + MOST)
                .bind("office", staff.office())
                .map(row -> new Row(row.get("id", UUID.class), row.get("case_id", UUID.class),
                        row.get("number", String.class), row.get("receipt_number", String.class),
                        row.get("procedure_title", String.class), row.get("applicant", String.class),
                        row.get("store_key", String.class), row.get("made_at", Instant.class),
                        row.get("printed_at", Instant.class), row.get("posted_on", LocalDate.class),
                        row.get("posted_by", String.class)))
                .all();
    }

    public Mono<Void> printed(List<UUID> documents, Instant at) {
        return database.sql("update paper_notice set printed_at = :at where document_id = any(:documents)")
                .bind("at", at).bind("documents", documents.toArray(UUID[]::new)).then();
    }
}

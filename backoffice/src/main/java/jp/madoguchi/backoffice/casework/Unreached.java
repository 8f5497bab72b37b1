package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.exchange.UnreachedApplicant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases whose applicants mail does not reach: somebody has to phone or write. */
@Component
public class Unreached {

    private final DatabaseClient database;
    private final Offices offices;
    private final TransactionalOperator transaction;

    Unreached(DatabaseClient database, Offices offices, TransactionalOperator transaction) {
        this.database = database;
        this.offices = offices;
        this.transaction = transaction;
    }

    /**
     * One of them.
     *
     * @param number the receipt number as people read it
     * @param since when a mail was first given up
     */
    public record UnreachedCase(UUID id, String number, String office, Instant since) {}

    /** Open cases, those of the longest time first. */
    public Flux<UnreachedCase> all() {
        return offices.names().flatMapMany(names -> database.sql("""
                select c.id, c.receipt_number, c.office, u.since
                from unreached_applicant u join case_file c on c.id = u.case_id
                where c.closed_at is null order by u.since, c.id limit 500
                """).map(row -> new UnreachedCase(row.get("id", UUID.class),
                ReceiptNumber.grouped(row.get("receipt_number", String.class)),
                Offices.nameOf(row.get("office", String.class), names), row.get("since", Instant.class))).all());
    }

    /** Since when the applicant of a case is not reached; empty if nothing is known of it. */
    public Mono<Instant> since(UUID caseId) {
        return database.sql("select since from unreached_applicant where case_id = :case").bind("case", caseId)
                .map(row -> row.get("since", Instant.class)).one();
    }

    /** Takes the place of all that was known before. */
    public Mono<Void> learn(List<UnreachedApplicant> told) {
        return database.sql("delete from unreached_applicant").then()
                .thenMany(Flux.fromIterable(told).concatMap(one -> database.sql("""
                        insert into unreached_applicant (case_id, since)
                        select id, :since from case_file where application_id = :application
                        on conflict (case_id) do update set since = excluded.since
                        """).bind("since", one.since()).bind("application", one.application()).then())).then()
                .as(transaction::transactional);
    }
}

package jp.madoguchi.backoffice.casework;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.backoffice.office.Staff;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Open cases at an office that was closed: nobody sees them in a queue any more. */
@Component
public class Stranded {

    private final DatabaseClient database;
    private final Offices offices;
    private final CaseService service;

    Stranded(DatabaseClient database, Offices offices, CaseService service) {
        this.database = database;
        this.offices = offices;
        this.service = service;
    }

    /** @param number the receipt number as people read it */
    public record StrandedCase(UUID id, String number, String procedure, String office, String state) {}

    /** Those that arrived first come first, at most 500. */
    public Flux<StrandedCase> all() {
        return offices.closed().collectMap(Office::code, Office::name).flatMapMany(closed -> database.sql("""
                select id, receipt_number, procedure_title, office, state from case_file
                where office = any(:offices) and closed_at is null order by arrived_at, id limit 500
                """).bind("offices", closed.keySet().toArray(String[]::new))
                .map(row -> new StrandedCase(row.get("id", UUID.class),
                        ReceiptNumber.grouped(row.get("receipt_number", String.class)),
                        row.get("procedure_title", String.class),
                        Objects.requireNonNull(closed.get(row.get("office", String.class))),
                        CaseState.ofCode(row.get("state", String.class)).label()))
                .all());
    }

    /** How many cases are under way at each office; offices without any are not among them. */
    public Mono<Map<String, Long>> underWay() {
        return database.sql("select office, count(*) as cases from case_file where closed_at is null group by office")
                .map(row -> Map.entry(row.get("office", String.class), row.get("cases", Long.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Gives all that is under way at one office to another, each case in a transaction of its own.
     *
     * @return how many went; the others are found among {@link #all} once the office is closed
     */
    public Mono<Long> giveAll(String from, String to, Staff by, String reason) {
        return database
                .sql("select id from case_file where office = :office and closed_at is null order by arrived_at, id")
                .bind("office", from).map(row -> row.get("id", UUID.class)).all().collectList()
                .flatMapIterable(cases -> cases)
                .concatMap(id -> give(id, to, by, reason)).filter(went -> went).count();
    }

    private Mono<Boolean> give(UUID id, String to, Staff by, String reason) {
        return service.happen(id, (file, now) -> file.reroute(by, to, reason, now)).thenReturn(true)
                .onErrorResume(ActionRefused.class, refused -> Mono.just(false));
    }

    /**
     * Gives them to another office, each in a transaction of its own.
     *
     * @return how many went; those that moved on meanwhile stay where they are
     */
    public Mono<Long> reroute(Collection<UUID> cases, String office, Staff by, String reason) {
        return all().map(StrandedCase::id).filter(cases::contains).collectList().flatMapIterable(still -> still)
                .concatMap(id -> give(id, office, by, reason))
                .filter(went -> went).count();
    }
}

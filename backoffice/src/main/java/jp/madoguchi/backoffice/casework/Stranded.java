package jp.madoguchi.backoffice.casework;

import java.util.Collection;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Open cases at an office that was closed: nobody sees them in a queue any more. */
@Component
public class Stranded {

    private final DatabaseClient database;
    private final CaseService moves;

    Stranded(DatabaseClient database, CaseService moves) {
        this.database = database;
        this.moves = moves;
    }

    /** @param number the receipt number as people read it */
    public record StrandedCase(UUID id, String number, String procedure, String office, String state) {}

    /** Those that arrived first come first, at most 500. */
    public Flux<StrandedCase> all() {
        return database.sql("""
                select c.id, c.receipt_number, c.procedure_title, o.name, c.state
                from case_file c join office o on o.code = c.office
                where o.closed_at is not null and c.closed_at is null order by c.arrived_at, c.id limit 500
                """).map(row -> new StrandedCase(row.get("id", UUID.class),
                jp.madoguchi.exchange.ReceiptNumber.grouped(row.get("receipt_number", String.class)),
                row.get("procedure_title", String.class), row.get("name", String.class),
                CaseState.ofCode(row.get("state", String.class)).label())).all();
    }

    /**
     * Gives them to another office, each in a transaction of its own.
     *
     * @return how many went; those that moved on meanwhile stay where they are
     */
    public Mono<Long> reroute(Collection<UUID> cases, String office, Staff by, String reason) {
        return all().map(StrandedCase::id).filter(cases::contains).collectList().flatMapIterable(still -> still)
                .concatMap(id -> moves.happen(id, (file, now) -> file.reroute(by, office, reason, now))
                        .thenReturn(true).onErrorResume(ActionRefused.class, refused -> Mono.just(false)))
                .filter(went -> went).count();
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The records of cases as an auditor needs them: which there are, and whether each is unbroken. */
@Component
public class CaseRecords {

    private final DatabaseClient database;
    private final CaseStore store;

    CaseRecords(DatabaseClient database, CaseStore store) {
        this.database = database;
        this.store = store;
    }

    /** A case without anything personal. */
    public record Head(UUID id, String receiptNumber, String procedure, String office, Instant arrivedAt) {}

    /** @param trouble what is wrong, empty where the record is whole */
    public record Verdict(int events, String trouble) {}

    /** The newest cases by arrival. */
    public Flux<Head> newest(String receiptNumber, @Nullable UUID after, int most) {
        var sql = database.sql("""
                select f.id, f.receipt_number, f.procedure_title, o.name as office, f.arrived_at from case_file f
                join office o on o.code = f.office
                where (:receipt = '' or f.receipt_number = :receipt)
                    and (cast(:after as uuid) is null
                        or (f.arrived_at, f.id) < (select a.arrived_at, a.id from case_file a where a.id = :after))
                order by f.arrived_at desc, f.id desc limit :most
                """).bind("receipt", receiptNumber).bind("most", most);
        return (after == null ? sql.bindNull("after", UUID.class) : sql.bind("after", after))
                .map(row -> new Head(row.get("id", UUID.class), row.get("receipt_number", String.class),
                        row.get("procedure_title", String.class), row.get("office", String.class),
                        row.get("arrived_at", Instant.class)))
                .all();
    }

    /** Checks the whole chain of a case against the hash the case itself keeps. */
    public Mono<Verdict> verify(UUID id) {
        return store.chain(id).map(chain -> new Verdict(chain.links().size(),
                EventChain.verify(id, chain.links(), chain.lastHash())
                        .map(broken -> broken.sequence() + "番目：" + broken.reason()).orElse("")));
    }
}

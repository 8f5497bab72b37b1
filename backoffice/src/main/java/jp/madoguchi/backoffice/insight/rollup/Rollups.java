package jp.madoguchi.backoffice.insight.rollup;

import java.time.LocalDate;
import jp.madoguchi.backoffice.insight.facts.FactMonth;
import jp.madoguchi.backoffice.insight.facts.FactReader;
import jp.madoguchi.forms.ProcedureId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the monthly rollups true to the facts: whatever month of a procedure was touched is computed anew from its facts.
 */
@Component
class Rollups {

    /** One month of one procedure that was touched. */
    record Due(String kind, FactMonth facts) {}

    private static final int AT_ONCE = 2_000;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FillRollup fills;
    private final CaseRollup cases;

    Rollups(FactReader facts, DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
        this.fills = new FillRollup(facts, database);
        this.cases = new CaseRollup(facts, database);
    }

    /**
     * One round; how many months of procedures were computed anew. Each is a transaction of its own, so that one that fails
     * holds up no other and a fact committed meanwhile leaves its own mark.
     */
    Mono<Long> refresh() {
        return due().collectList().flatMapMany(Flux::fromIterable).concatMap(due -> renew(due).thenReturn(due)).count();
    }

    private Flux<Due> due() {
        return database.sql("""
                select distinct kind, month, procedure_id, sample
                from (select * from rollup_due order by id limit :most) as first
                """).bind("most", AT_ONCE).map(row -> new Due(row.get("kind", String.class),
                new FactMonth(new ProcedureId(row.get("procedure_id", String.class)), row.get("month", LocalDate.class),
                        row.get("sample", Boolean.class))))
                .all();
    }

    private Mono<Void> renew(Due due) {
        return alone(due).then(forget(due)).then(Mono.defer(() -> switch (due.kind()) {
            case "fill" -> fills.renew(due.facts());
            case "case" -> cases.renew(due.facts());
            default -> Mono.<Void>error(new IllegalStateException("unknown kind of rollup " + due.kind()));
        })).as(transaction::transactional);
    }

    private Mono<Void> alone(Due due) {
        return database.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .bind("what", "insight.rollup " + due).then();
    }

    private Mono<Void> forget(Due due) {
        return database.sql("""
                delete from rollup_due
                where kind = :kind and month = :month and procedure_id = :procedure and sample = :sample
                """).bind("kind", due.kind()).bind("month", due.facts().month())
                .bind("procedure", due.facts().procedure().value())
                .bind("sample", due.facts().sample()).then();
    }
}

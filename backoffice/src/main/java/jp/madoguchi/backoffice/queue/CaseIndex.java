package jp.madoguchi.backoffice.queue;

import java.util.UUID;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.casework.CaseMaterials;
import jp.madoguchi.backoffice.casework.CaseObserver;
import jp.madoguchi.backoffice.casework.CaseStep;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.japanese.NameKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps by what each case is found: in the transaction in which answers arrive, and again for those whose keys were made by an
 * older version of the program.
 */
@Component
public class CaseIndex implements CaseObserver {

    private static final Logger LOG = LoggerFactory.getLogger(CaseIndex.class);
    private static final int AT_ONCE = 100;

    private final DatabaseClient database;
    private final CaseMaterials materials;
    private final Editions editions;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    CaseIndex(DatabaseClient database, CaseMaterials materials, Editions editions, TransactionalOperator transaction,
            JsonMapper json) {
        this.database = database;
        this.materials = materials;
        this.editions = editions;
        this.transaction = transaction;
        this.json = json;
        // The table of variants is read from a file: now, and not on a thread that must not wait.
        NameKey.of("髙");
    }

    private record Named(UUID id, String receiptNumber, String applicant, ProcedureId procedure, int version) {}

    @Override
    public Mono<Void> happened(CaseStep step) {
        return step.bringsAnswers()
                // The name stands in the row by now, whatever the mover read before.
                ? renew(step.header().id())
                : Mono.empty();
    }

    /** Makes some keys anew that an older version made; how many, 0 when none is left. Any number of nodes may do so. */
    Mono<Integer> renewSome() {
        return database.sql("select case_id from case_search where version < :current limit :most")
                .bind("current", SearchKeys.VERSION).bind("most", AT_ONCE).map(row -> row.get("case_id", UUID.class))
                .all().collectList().flatMap(found -> Flux.fromIterable(found)
                        .concatMap(id -> transaction.transactional(renew(id))).then(Mono.just(found.size())));
    }

    /** Whether some cases cannot be found yet. */
    public Mono<Boolean> isBeingRenewed() {
        return database.sql("select exists (select from case_search where version < :current) as some")
                .bind("current", SearchKeys.VERSION).map(row -> row.get("some", Boolean.class)).one();
    }

    /** The row of the case is held, so that answers which arrive in the same moment are not overlooked. */
    private Mono<Void> renew(UUID id) {
        return database.sql("""
                select id, receipt_number, applicant, procedure_id, procedure_version from case_file
                where id = :id for no key update
                """).bind("id", id)
                .map(row -> new Named(row.get("id", UUID.class), row.get("receipt_number", String.class),
                        row.get("applicant", String.class), new ProcedureId(row.get("procedure_id", String.class)),
                        row.get("procedure_version", Integer.class)))
                .one().flatMap(this::keep);
    }

    private Mono<Void> keep(Named of) {
        return keys(of).flatMap(keys -> database.sql("""
                insert into case_search (case_id, version, key, grams) values (:id, :version, :key, :grams)
                on conflict (case_id) do update
                    set version = excluded.version, key = excluded.key, grams = excluded.grams
                """).bind("id", of.id()).bind("version", SearchKeys.VERSION).bind("key", keys.key())
                .bind("grams", keys.grams()).then());
    }

    /** Where the answers cannot be read any more, the case is still found by its number and its applicant. */
    private Mono<SearchKeys> keys(Named of) {
        return materials.answers(of.id()).collectList()
                .zipWith(editions.edition(of.procedure(), of.version())).map(read -> {
                    var keys = new SearchKeys(of.receiptNumber(), of.applicant());
                    var procedure = read.getT2().procedure();
                    for (var answers : read.getT1()) {
                        try {
                            keys.with(procedure, AnswersJson.read(procedure, json.readTree(answers)));
                        } catch (RuntimeException unreadable) {
                            LOG.warn("answers of case {} cannot be searched: {}", of.id(), unreadable.toString());
                        }
                    }
                    return keys;
                }).switchIfEmpty(Mono.fromSupplier(() -> new SearchKeys(of.receiptNumber(), of.applicant())));
    }
}

package jp.madoguchi.backoffice.authoring;

import java.time.InstantSource;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Freezes a procedure as its next version and hands it to the portal, both or neither. */
@Component
public class Publishing {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final InstantSource clock;

    Publishing(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Newest(int version, String contentHash) {}

    /**
     * Publishes what differs from the newest version; publishing the same again changes nothing.
     *
     * @param by who answers for it
     * @return the version under which the content stands
     */
    public Mono<Integer> publish(Procedure procedure, String by) {
        return publish(procedure, by, _ -> true, _ -> Mono.empty());
    }

    /**
     * The same, but only as the successor of the version that its editor saw; two editors never overwrite each other.
     *
     * @param base that version; 0 where the procedure was new
     * @param alongside more to keep of the new version in the same transaction
     * @throws Refusal.Conflict (as an error signal) where somebody has published since
     */
    public Mono<Integer> publishAfter(int base, Procedure procedure, String by, IntFunction<Mono<Void>> alongside) {
        return publish(procedure, by, newest -> newest == base, alongside);
    }

    private Mono<Integer> publish(Procedure procedure, String by, IntPredicate mayFollow,
            IntFunction<Mono<Void>> alongside) {
        var id = procedure.id();
        var definition = DefinitionFile.writeJson(procedure);
        var hash = DefinitionFile.hash(procedure).value();
        return transaction.transactional(oneAtATime(id).then(newest(id)).flatMap(newest -> {
            if (newest.contentHash().equals(hash)) {
                return Mono.just(newest.version());
            }
            if (!mayFollow.test(newest.version())) {
                return Mono.error(new Refusal.Conflict("published-meanwhile",
                        "確認している間に、この手続の第%d版が公開されました。もう一度ファイルを確認して、違いを見てください。".formatted(newest.version())));
            }
            int version = newest.version() + 1;
            var now = clock.instant();
            return database.sql("""
                    insert into procedure_version (procedure_id, version, definition, content_hash, published_at,
                        published_by)
                    values (:procedure, :version, :definition, :hash, :now, :by)
                    """).bind("procedure", id.value()).bind("version", version).bind("definition", definition)
                    .bind("hash", hash).bind("now", now).bind("by", by).then()
                    .then(outbox.publish(id, version, new PublishedVersion(definition, hash, now)))
                    .then(Mono.defer(() -> alongside.apply(version))).thenReturn(version);
        }));
    }

    /** Two publications of one procedure in the same moment would count the same number. */
    private Mono<Void> oneAtATime(ProcedureId procedure) {
        return database.sql("select pg_advisory_xact_lock(hashtext('publish:' || :procedure))")
                .bind("procedure", procedure.value()).fetch().rowsUpdated().then();
    }

    private Mono<Newest> newest(ProcedureId procedure) {
        return database.sql("""
                select version, content_hash from procedure_version
                where procedure_id = :procedure order by version desc limit 1
                """).bind("procedure", procedure.value())
                .map(row -> new Newest(row.get("version", Integer.class), row.get("content_hash", String.class)))
                .one().defaultIfEmpty(new Newest(0, ""));
    }
}

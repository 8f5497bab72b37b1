package jp.madoguchi.backoffice.authoring;

import java.time.InstantSource;
import jp.madoguchi.backoffice.dispatch.Outbox;
import jp.madoguchi.exchange.PublishedVersion;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
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
        var id = procedure.id().value();
        var definition = DefinitionFile.writeJson(procedure);
        var hash = DefinitionFile.hash(procedure).value();
        return transaction.transactional(oneAtATime(id).then(newest(id)).flatMap(newest -> {
            if (newest.contentHash().equals(hash)) {
                return Mono.just(newest.version());
            }
            int version = newest.version() + 1;
            var now = clock.instant();
            return database.sql("""
                    insert into procedure_version (procedure_id, version, definition, content_hash, published_at,
                        published_by)
                    values (:procedure, :version, :definition, :hash, :now, :by)
                    """).bind("procedure", id).bind("version", version).bind("definition", definition)
                    .bind("hash", hash).bind("now", now).bind("by", by).then()
                    .then(outbox.publish(id, version, new PublishedVersion(definition, hash, now)))
                    .thenReturn(version);
        }));
    }

    /** Two publications of one procedure in the same moment would count the same number. */
    private Mono<Void> oneAtATime(String procedure) {
        return database.sql("select pg_advisory_xact_lock(hashtext('publish:' || :procedure))")
                .bind("procedure", procedure).fetch().rowsUpdated().then();
    }

    private Mono<Newest> newest(String procedure) {
        return database.sql("""
                select version, content_hash from procedure_version
                where procedure_id = :procedure order by version desc limit 1
                """).bind("procedure", procedure)
                .map(row -> new Newest(row.get("version", Integer.class), row.get("content_hash", String.class)))
                .one().defaultIfEmpty(new Newest(0, ""));
    }
}

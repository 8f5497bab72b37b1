package jp.madoguchi.portal.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Published versions as stored. A version never changes, so what was read once is kept in memory.
 */
@Component
class Editions {

    private final DatabaseClient database;
    private final Map<Key, Edition> known = new ConcurrentHashMap<>();

    Editions(DatabaseClient database) {
        this.database = database;
    }

    record Key(ProcedureId procedure, int version) {}

    /** The newest version of each procedure. */
    Mono<List<Key>> newest() {
        return database
                .sql("select distinct on (procedure) procedure, version from procedure_version "
                        + "order by procedure, version desc")
                .map((Readable row) -> new Key(new ProcedureId(Columns.required(row, "procedure", String.class)),
                        Columns.required(row, "version", Integer.class)))
                .all().collectList();
    }

    Mono<Edition> edition(ProcedureId procedure, int version) {
        var key = new Key(procedure, version);
        var remembered = known.get(key);
        return remembered != null ? Mono.just(remembered) : load(key);
    }

    private Mono<Edition> load(Key key) {
        return database
                .sql("select content_hash, definition from procedure_version "
                        + "where procedure = :procedure and version = :version")
                .bind("procedure", key.procedure().value()).bind("version", key.version())
                .map((Readable row) -> new Stored(Columns.required(row, "content_hash", String.class),
                        Columns.required(row, "definition", String.class)))
                .one()
                .publishOn(Schedulers.parallel())
                .map(stored -> new Edition(DefinitionFile.readJson(stored.definition()), key.version(),
                        stored.contentHash()))
                .doOnNext(edition -> known.put(key, edition));
    }

    private record Stored(String contentHash, String definition) {}

    Mono<String> contentHash(ProcedureId procedure, int version) {
        return database
                .sql("select content_hash from procedure_version where procedure = :procedure and version = :version")
                .bind("procedure", procedure.value()).bind("version", version)
                .map((Readable row) -> Columns.required(row, "content_hash", String.class)).one();
    }

    /** Whether the row is new; false where the number is taken already, by whatever content. */
    Mono<Boolean> insert(ProcedureId procedure, int version, String contentHash, String definition, Instant publishedAt,
            Instant now) {
        return database.sql("""
                insert into procedure_version (procedure, version, content_hash, definition, published_at, received_at)
                values (:procedure, :version, :hash, :definition, :published, :received)
                on conflict do nothing""").bind("procedure", procedure.value()).bind("version", version)
                .bind("hash", contentHash).bind("definition", definition).bind("published", publishedAt)
                .bind("received", now).fetch().rowsUpdated().map(rows -> rows == 1);
    }
}

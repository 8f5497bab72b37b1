package jp.madoguchi.backoffice.authoring;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.file.DefinitionFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The frozen versions of all procedures. They never change, so each is read and understood once. */
@Component
public class Editions {

    private final DatabaseClient database;
    private final Map<Key, Edition> known = new ConcurrentHashMap<>();

    Editions(DatabaseClient database) {
        this.database = database;
    }

    private record Key(ProcedureId procedure, int version) {}

    /** Empty where the back office holds no such version. */
    public Mono<Edition> edition(ProcedureId procedure, int version) {
        var key = new Key(procedure, version);
        var found = known.get(key);
        if (found != null) {
            return Mono.just(found);
        }
        return database.sql("""
                select version, definition, content_hash from procedure_version
                where procedure_id = :procedure and version = :version
                """).bind("procedure", procedure.value()).bind("version", version).map(Editions::read).one()
                .doOnNext(edition -> known.put(key, edition));
    }

    /** The newest version of a procedure; empty where there is none. */
    public Mono<Edition> latest(ProcedureId procedure) {
        return database.sql("""
                select version, definition, content_hash from procedure_version
                where procedure_id = :procedure order by version desc limit 1
                """).bind("procedure", procedure.value()).map(Editions::read).one();
    }

    /** One line of a procedure's past. */
    public record Past(int version, Instant publishedAt, String publishedBy) {}

    /** All versions of a procedure, the newest first. */
    public Flux<Past> past(ProcedureId procedure) {
        return database.sql("""
                select version, published_at, published_by from procedure_version
                where procedure_id = :procedure order by version desc
                """).bind("procedure", procedure.value()).map(row -> new Past(row.get("version", Integer.class),
                row.get("published_at", Instant.class), row.get("published_by", String.class))).all();
    }

    /** The newest version of every procedure, by id. */
    public Flux<Edition> allLatest() {
        return database.sql("""
                select distinct on (procedure_id) version, definition, content_hash from procedure_version
                order by procedure_id, version desc
                """).map(Editions::read).all();
    }

    /** The ids of all procedures of which there is a version, in order. */
    public Flux<ProcedureId> published() {
        return database.sql("select distinct procedure_id from procedure_version order by procedure_id")
                .map(row -> new ProcedureId(row.get("procedure_id", String.class))).all();
    }

    private static Edition read(Readable row) {
        return new Edition(DefinitionFile.readJson(row.get("definition", String.class)),
                row.get("version", Integer.class), row.get("content_hash", String.class));
    }
}

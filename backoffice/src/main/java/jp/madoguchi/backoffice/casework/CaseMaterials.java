package jp.madoguchi.backoffice.casework;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.casework.CaseMaterial.Revision;
import jp.madoguchi.backoffice.casework.CaseMaterial.StoredAttachment;
import jp.madoguchi.backoffice.casework.CaseMaterial.StoredDocument;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.platform.content.PictureSize;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads what belongs to a case. Whether the reader may see it is asked before. */
@Component
public class CaseMaterials {

    private final DatabaseClient database;
    private final Editions editions;
    private final JsonMapper json;

    CaseMaterials(DatabaseClient database, Editions editions, JsonMapper json) {
        this.database = database;
        this.editions = editions;
        this.json = json;
    }

    public Mono<CaseMaterial> of(CaseHeader header) {
        return editions.edition(header.procedure(), header.procedureVersion())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("case " + header.id()
                        + " has no definition " + header.procedure() + " " + header.procedureVersion())))
                .flatMap(edition -> revisions(header.id(), edition).collectList()
                        .flatMap(revisions -> attachments(header.id()).collectList()
                                .flatMap(attachments -> documents(header.id()).collectList()
                                        .map(documents -> new CaseMaterial(edition, revisions, attachments,
                                                documents)))));
    }

    private Flux<Revision> revisions(UUID id, Edition edition) {
        return database.sql("""
                select revision, received_at, answers from case_answers where case_id = :id order by revision
                """).bind("id", id)
                .map(row -> new Revision(row.get("revision", Integer.class), row.get("received_at", Instant.class),
                        AnswersJson.read(edition.procedure(), json.readTree(row.get("answers", String.class)))))
                .all();
    }

    private Flux<StoredAttachment> attachments(UUID id) {
        return database.sql("""
                select id, revision, name, bytes, media_type, store_key, width, height from case_attachment
                where case_id = :id order by revision, name
                """).bind("id", id)
                .map(row -> new StoredAttachment(row.get("id", UUID.class), row.get("revision", Integer.class),
                        row.get("name", String.class), row.get("bytes", Long.class),
                        row.get("media_type", String.class), row.get("store_key", String.class), size(row)))
                .all();
    }

    private static @Nullable PictureSize size(Readable row) {
        var width = row.get("width", Long.class);
        var height = row.get("height", Long.class);
        return width == null || height == null ? null : new PictureSize(width, height);
    }

    /** All revisions of the answers as they are stored, the newest first. */
    public Flux<String> answers(UUID id) {
        return database.sql("select answers from case_answers where case_id = :id order by revision desc")
                .bind("id", id).map(row -> row.get("answers", String.class)).all();
    }

    private Flux<StoredDocument> documents(UUID id) {
        return database.sql("""
                select id, number, name, bytes, store_key, made_at from case_document
                where case_id = :id order by made_at
                """).bind("id", id)
                .map(row -> new StoredDocument(row.get("id", UUID.class), row.get("number", String.class),
                        row.get("name", String.class), row.get("bytes", Long.class),
                        row.get("store_key", String.class), row.get("made_at", Instant.class)))
                .all();
    }
}

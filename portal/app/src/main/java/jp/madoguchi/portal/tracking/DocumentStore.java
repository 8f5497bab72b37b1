package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents issued to applicants, and when they were taken notice of.
 */
@Component
public class DocumentStore {

    private final DatabaseClient database;

    DocumentStore(DatabaseClient database) {
        this.database = database;
    }

    private static final String SELECT = """
            select d.*, (select min(at) from document_access a where a.document_id = d.id and a.what = 'viewed') as viewed_at,
                (select min(at) from document_access a where a.document_id = d.id and a.what = 'downloaded') as downloaded_at
            from document d where\s""";

    public Mono<Issued> find(UUID document) {
        return database.sql(SELECT + "d.id = :id").bind("id", document).map(DocumentStore::read).one();
    }

    public Flux<Issued> available(UUID submission) {
        return database.sql(SELECT + "d.submission_id = :id and d.available_at is not null order by d.stored_at")
                .bind("id", submission).map(DocumentStore::read).all();
    }

    Mono<Void> insert(UUID document, UUID submission, String name, long bytes, String sha256, Instant now) {
        return database.sql("""
                insert into document (id, submission_id, name, bytes, sha256, stored_at)
                values (:id, :submission, :name, :bytes, :hash, :now) on conflict (id) do nothing""")
                .bind("id", document).bind("submission", submission).bind("name", name).bind("bytes", bytes)
                .bind("hash", sha256).bind("now", now).then();
    }

    Mono<Void> publish(UUID document, UUID submission, Instant now) {
        return database
                .sql("""
                        update document set available_at = coalesce(available_at, :now) where id = :id and submission_id = :submission""")
                .bind("now", now).bind("id", document).bind("submission", submission).fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-document",
                        "通知する文書がまだ届いていません。文書を送ってから、もう一度送信してください。")))
                .then();
    }

    /** What was issued stands no more: the decision is open again. */
    Mono<Void> voidIssued(UUID submission, Instant now) {
        return database.sql("""
                update document set voided_at = :now
                where submission_id = :submission and available_at is not null and voided_at is null""")
                .bind("now", now).bind("submission", submission).then();
    }

    Mono<Void> noteAccess(UUID document, String what, Instant now) {
        return database.sql("insert into document_access (document_id, at, what) values (:id, :now, :what)")
                .bind("id", document).bind("now", now).bind("what", what).then();
    }

    private static Issued read(Readable row) {
        return new Issued(Columns.required(row, "id", UUID.class),
                Columns.required(row, "submission_id", UUID.class),
                Columns.required(row, "name", String.class),
                Columns.required(row, "bytes", Long.class),
                Columns.required(row, "sha256", String.class), row.get("available_at", Instant.class),
                row.get("viewed_at", Instant.class), row.get("downloaded_at", Instant.class),
                row.get("voided_at", Instant.class));
    }
}

package jp.madoguchi.portal.upload;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of each file in the store.
 */
@Component
class AttachmentRows {

    private static final String COLUMNS = "id, field, name, bytes, sha256, media_type";

    private final DatabaseClient database;

    AttachmentRows(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What was sent for a draft and is still kept.
     *
     * @param attached what counts as its files: among the answers, or on its way there
     * @param sent these and refused and removed ones
     * @param bytes of all that arrived
     */
    record Sent(long attached, long sent, long bytes) {}

    /**
     * Begins a file unless there are too many, and counts those before it. Of several files that arrive at once for one draft each is
     * counted with those before it: the lock comes in a statement of its own, because a statement sees what was there when it began;
     * within a transaction.
     */
    Mono<Sent> beginWithin(UploadSettings limits, UUID id, UUID draft, String field, String name, Instant now) {
        return database.sql("select id from draft where id = :draft for update").bind("draft", draft).then()
                .then(database.sql("""
                        with before as (
                            select count(*) filter (where detached_at is null) as attached, count(*) as sent,
                                coalesce(sum(bytes), 0)::bigint as bytes
                            from attachment where draft_id = :draft),
                        begun as (
                            insert into attachment (id, draft_id, field, name, begun_at)
                            select :id, :draft, :field, :name, :now from before
                            where attached < :mostFiles and sent < :mostSent and bytes < :mostBytes)
                        select attached, sent, bytes from before""").bind("draft", draft).bind("id", id)
                        .bind("field", field).bind("name", name).bind("now", now).bind("mostFiles", limits.maxFiles())
                        .bind("mostSent", limits.maxSent()).bind("mostBytes", limits.maxSentBytes())
                        .map(row -> new Sent(Columns.required(row, "attached", Long.class),
                                Columns.required(row, "sent", Long.class), Columns.required(row, "bytes", Long.class)))
                        .one());
    }

    Mono<Void> begin(UUID id, UUID draft, String field, String name, Instant now) {
        return database
                .sql("""
                        insert into attachment (id, draft_id, field, name, begun_at) values (:id, :draft, :field, :name, :now)""")
                .bind("id", id).bind("draft", draft).bind("field", field).bind("name", name).bind("now", now).then();
    }

    /** @param clean whether it needs no verdict any more */
    Mono<Void> complete(Attachment file, boolean clean) {
        return database
                .sql("""
                        update attachment set name = :name, bytes = :bytes, sha256 = :hash, media_type = :type,
                            verdict = case when :clean then 'clean' end where id = :id""")
                .bind("name", file.name()).bind("bytes", file.bytes()).bind("hash", file.sha256())
                .bind("type", file.mediaType()).bind("clean", clean).bind("id", file.id()).then();
    }

    /** Those among these that are not known to be clean. */
    Flux<Held> held(Collection<UUID> files) {
        return files.isEmpty()
                ? Flux.empty()
                : database
                        .sql("""
                                select id, field, name, verdict is not null as infected from attachment
                                where id = any(:files) and verdict is distinct from 'clean' order by begun_at, id""")
                        .bind("files", files.toArray(UUID[]::new))
                        .map(row -> new Held(Columns.required(row, "id", UUID.class),
                                Columns.required(row, "field", String.class),
                                Columns.required(row, "name", String.class),
                                Columns.required(row, "infected", Boolean.class)))
                        .all().collectList().flatMapMany(Flux::fromIterable);
    }

    /** What is found in a file once is not taken back. */
    Mono<Void> judged(UUID file, boolean clean) {
        return database.sql("update attachment set verdict = :verdict where id = :file and verdict is null")
                .bind("verdict", clean ? "clean" : "infected").bind("file", file).then();
    }

    /** See {@link Uploads#attachedAfter}. */
    static final String ATTACHED = "update attachment set attached_at = :now where id = any(:attached) "
            + "and exists (select 1 from %s)";
    /** See {@link Uploads#submittedAfter}. */
    static final String SUBMITTED = "update attachment a set submission_id = h.id, detached_at = null from %s h "
            + "where a.id = any(:files) and a.submission_id is distinct from h.id";

    Mono<Void> attached(Collection<UUID> files, Instant now) {
        return files.isEmpty()
                ? Mono.empty()
                : database.sql("update attachment set attached_at = :now where id = any(:files)").bind("now", now)
                        .bind("files", files.toArray(UUID[]::new)).then();
    }

    Mono<Void> handOver(Collection<UUID> files, UUID draft) {
        return database.sql("update attachment set draft_id = :draft where id = any(:files)").bind("draft", draft)
                .bind("files", files.toArray(UUID[]::new)).then();
    }

    Mono<Void> detached(UUID file, Instant now) {
        return database.sql("update attachment set detached_at = :now where id = :file and submission_id is null")
                .bind("now", now).bind("file", file).then();
    }

    /** What belongs to drafts that were thrown away. */
    Mono<Void> detachedWithDrafts(Instant now) {
        return database
                .sql("""
                        update attachment a set detached_at = :now
                        from draft d where d.id = a.draft_id and d.closed_as in ('discarded', 'ended') and a.submission_id is null
                            and a.detached_at is null""")
                .bind("now", now).then();
    }

    Mono<Void> submitted(Collection<UUID> files, UUID submission) {
        return files.isEmpty()
                ? Mono.empty()
                : database
                        .sql("update attachment set submission_id = :submission, detached_at = null "
                                + "where id = any(:files) and submission_id is distinct from :submission")
                        .bind("submission", submission).bind("files", files.toArray(UUID[]::new)).then();
    }

    Mono<Attachment> find(UUID file, UUID owner) {
        return database
                .sql("select " + COLUMNS + " from attachment where id = :file and attached_at is not null "
                        + "and verdict is distinct from 'infected' and (draft_id = :owner or submission_id = :owner)")
                .bind("file", file).bind("owner", owner).map(AttachmentRows::read).one();
    }

    Mono<Attachment> handedIn(UUID file) {
        return database.sql("select " + COLUMNS + " from attachment where id = :file and submission_id is not null")
                .bind("file", file).map(AttachmentRows::read).one();
    }

    Flux<UUID> loose(Instant before) {
        return database.sql("""
                select id from attachment
                where submission_id is null and (attached_at is null and begun_at < :before or detached_at < :before)
                limit 1000""").bind("before", before).map(row -> Columns.required(row, "id", UUID.class))
                .all().collectList().flatMapMany(Flux::fromIterable);
    }

    Mono<Void> delete(UUID file) {
        return database.sql("delete from attachment where id = :file and submission_id is null").bind("file", file)
                .then();
    }

    private static Attachment read(Readable row) {
        return new Attachment(Columns.required(row, "id", UUID.class), Columns.required(row, "field", String.class),
                Columns.required(row, "name", String.class),
                Columns.required(row, "bytes", Long.class), Columns.required(row, "sha256", String.class),
                Columns.required(row, "media_type", String.class));
    }
}

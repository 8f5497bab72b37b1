package jp.madoguchi.backoffice.authoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of procedures that were sent in and are being looked at, side by side until they are published, dropped or a day old. */
@Component
public class WaitingFiles {

    private static final Duration KEPT = Duration.ofDays(1);
    /** Of one person; the oldest gives way. */
    private static final int MOST = 20;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    WaitingFiles(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param restores the old version whose content it is; 0 for a file that was sent in */
    public record WaitingFile(UUID id, String name, String content, int restores) {}

    /** One line of the list. */
    public record Waiting(UUID id, String name, Instant uploadedAt) {}

    /** Keeps a file beside those that wait already; those of anybody are dropped after a day. */
    public Mono<UUID> keep(String staff, String name, String content, int restores) {
        var now = clock.instant();
        return database.sql("""
                delete from definition_file where uploaded_at < :old or id in (
                    select id from definition_file where staff = :staff order by uploaded_at desc, id desc offset :most)
                """).bind("staff", staff).bind("old", now.minus(KEPT)).bind("most", MOST - 1).then()
                .then(database.sql("""
                        insert into definition_file (staff, file_name, content, uploaded_at, restores)
                        values (:staff, :name, :content, :now, :restores) returning id
                        """).bind("staff", staff).bind("name", name).bind("content", content).bind("now", now)
                        .bind("restores", restores).map(row -> row.get("id", UUID.class)).one())
                .as(transaction::transactional);
    }

    /** For the person who sent it only; empty for anybody else. */
    public Mono<WaitingFile> find(UUID id, String staff) {
        return database
                .sql("select id, file_name, content, restores from definition_file where id = :id and staff = :staff")
                .bind("id", id).bind("staff", staff)
                .map(row -> new WaitingFile(row.get("id", UUID.class), row.get("file_name", String.class),
                        row.get("content", String.class), row.get("restores", Integer.class)))
                .one();
    }

    /** Those of one person, the newest first. */
    public Flux<Waiting> of(String staff) {
        return database.sql("""
                select id, file_name, uploaded_at from definition_file where staff = :staff and uploaded_at >= :old
                order by uploaded_at desc, id desc
                """).bind("staff", staff).bind("old", clock.instant().minus(KEPT))
                .map(row -> new Waiting(row.get("id", UUID.class), row.get("file_name", String.class),
                        row.get("uploaded_at", Instant.class)))
                .all();
    }

    public Mono<Void> forget(UUID id, String staff) {
        return database.sql("delete from definition_file where id = :id and staff = :staff").bind("id", id)
                .bind("staff", staff).then();
    }
}

package jp.madoguchi.backoffice.authoring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Files of procedures that were sent in and are being looked at, one for each member of staff. */
@Component
class WaitingFiles {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    WaitingFiles(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    record WaitingFile(UUID id, String name, String content) {}

    /** Keeps a file; one of this person that waits already is dropped, and those of anybody after a day. */
    Mono<UUID> keep(String staff, String name, String content) {
        var now = clock.instant();
        return database.sql("delete from definition_file where staff = :staff or uploaded_at < :old")
                .bind("staff", staff).bind("old", now.minus(KEPT)).then()
                .then(database.sql("""
                        insert into definition_file (staff, file_name, content, uploaded_at)
                        values (:staff, :name, :content, :now) returning id
                        """).bind("staff", staff).bind("name", name).bind("content", content).bind("now", now)
                        .map(row -> row.get("id", UUID.class)).one())
                .as(transaction::transactional);
    }

    /** For the person who sent it only; empty for anybody else. */
    Mono<WaitingFile> find(UUID id, String staff) {
        return database.sql("select id, file_name, content from definition_file where id = :id and staff = :staff")
                .bind("id", id).bind("staff", staff)
                .map(row -> new WaitingFile(row.get("id", UUID.class), row.get("file_name", String.class),
                        row.get("content", String.class)))
                .one();
    }

    Mono<Void> forget(UUID id) {
        return database.sql("delete from definition_file where id = :id").bind("id", id).then();
    }
}

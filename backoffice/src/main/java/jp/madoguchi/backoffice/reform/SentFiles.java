package jp.madoguchi.backoffice.reform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.reform.SentFile.End;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The files between being sent and being taken in, in PostgreSQL; each is for its sender only. */
@Component
public class SentFiles {

    /** So many files of one person wait at once; a further one takes the place of the oldest. */
    public static final int MOST_WAITING = 5;

    /** So long a file waits. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** So long it can be told what became of a file. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SentFiles(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps a file until it is taken; others of this person keep waiting, but no more than {@link #MOST_WAITING}. */
    public Mono<UUID> keep(String staff, String name, String content) {
        var now = clock.instant();
        return database.sql("select pg_advisory_xact_lock(hashtext('reform.sent-files'))").then()
                .then(sweep(now))
                .then(database.sql("""
                        insert into inventory_import (staff, file_name, content, uploaded_at)
                        values (:staff, :name, :content, :now) returning id
                        """).bind("staff", staff).bind("name", name).bind("content", content).bind("now", now)
                        .map(row -> row.get("id", UUID.class)).one())
                .flatMap(id -> displace(staff).thenReturn(id))
                .as(transaction::transactional);
    }

    private Mono<Void> sweep(Instant now) {
        return database.sql("delete from inventory_import where uploaded_at < :forgotten")
                .bind("forgotten", now.minus(REMEMBERED)).then()
                .then(database.sql("""
                        update inventory_import set ended = 'expired', content = null
                        where ended is null and uploaded_at < :old
                        """).bind("old", now.minus(LONGEST_WAIT)).then());
    }

    private Mono<Void> displace(String staff) {
        return database.sql("""
                update inventory_import set ended = 'displaced', content = null
                where ended is null and id in (select id from inventory_import
                    where staff = :staff and ended is null order by uploaded_at desc, id desc offset :most)
                """).bind("staff", staff).bind("most", MOST_WAITING).then();
    }

    /** What was sent, waiting or not; empty where this person sent no such file, or long ago. */
    public Mono<SentFile> sent(UUID id, String staff) {
        return database.sql("""
                select id, file_name, coalesce(content, '') as content,
                    case when ended is null and uploaded_at < :old then 'expired' else coalesce(ended, '') end as ended
                from inventory_import where id = :id and staff = :staff
                """).bind("id", id).bind("staff", staff).bind("old", clock.instant().minus(LONGEST_WAIT))
                .map(SentFiles::file).one();
    }

    /** Gives a waiting file up; empty where it is not waiting any more. */
    public Mono<Boolean> cancel(UUID id, String staff) {
        return waiting(id, staff).flatMap(waits -> end(id, End.CANCELLED).thenReturn(true))
                .as(transaction::transactional);
    }

    /** Whether it waits, and nobody else ends it before this transaction is over; empty where it does not. */
    Mono<Boolean> waiting(UUID id, String staff) {
        return database.sql("""
                select id from inventory_import
                where id = :id and staff = :staff and ended is null and uploaded_at >= :old for update
                """).bind("id", id).bind("staff", staff).bind("old", clock.instant().minus(LONGEST_WAIT))
                .map(row -> true).one();
    }

    /** For a file that {@link #waiting waits} in the same transaction. */
    Mono<Void> end(UUID id, End end) {
        return database.sql("update inventory_import set ended = :ended, content = null where id = :id").bind("id", id)
                .bind("ended", end.name().toLowerCase(Locale.ROOT)).then();
    }

    private static SentFile file(Readable row) {
        var ended = row.get("ended", String.class);
        return new SentFile(row.get("id", UUID.class), row.get("file_name", String.class),
                row.get("content", String.class),
                ended.isEmpty() ? null : End.valueOf(ended.toUpperCase(Locale.ROOT)));
    }
}

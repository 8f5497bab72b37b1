package jp.madoguchi.portal.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What waits in the outbox.
 */
@Component
public class WaitingConsignments {
    private final DatabaseClient database;

    WaitingConsignments(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One entry.
     *
     * @param revision of the answers that it hands over, 0 for none
     * @param traceparent the step of a trace in which it was put in; null for none
     */
    public record Entry(UUID id, UUID submission, String kind, int revision, @Nullable String words,
            @Nullable UUID document, Instant at, @Nullable String traceparent) {}

    /** Those not confirmed yet, oldest first. */
    public Flux<Entry> next(int limit) {
        return database
                .sql("""
                        select id, submission_id, kind, coalesce(revision, 0) as revision, words, document_id, at, traceparent from consignment
                        where acknowledged_at is null order by id limit :limit""")
                .bind("limit", limit)
                .map(WaitingConsignments::read).all();
    }

    public Mono<Void> acknowledge(List<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql("update consignment set acknowledged_at = :now "
                        + "where id = any(:ids) and acknowledged_at is null").bind("now", now)
                        .bind("ids", ids.toArray(UUID[]::new)).then();
    }

    private static Entry read(Readable row) {
        return new Entry(Columns.required(row, "id", UUID.class), Columns.required(row, "submission_id", UUID.class),
                Columns.required(row, "kind", String.class), Columns.required(row, "revision", Integer.class),
                row.get("words", String.class), row.get("document_id", UUID.class),
                Columns.required(row, "at", Instant.class), row.get("traceparent", String.class));
    }
}

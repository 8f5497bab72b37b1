package jp.madoguchi.portal.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.exchange.UnreachedApplicant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits for the back office, and what it has confirmed.
 */
@Component
class WaitingStore {

    private final DatabaseClient database;
    private final JsonMapper json;

    WaitingStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Flux<Consignment> consignments(int limit) {
        return database
                .sql("""
                        select c.id, c.submission_id, c.kind, c.at, c.words, c.document_id, s.receipt_number, s.procedure, s.version, s.content_hash,
                            s.language, s.notice_consent, s.mail, r.correction_id, r.answers, r.attachments
                        from consignment c join submission s on s.id = c.submission_id
                        left join submission_revision r on r.submission_id = c.submission_id and r.revision = c.revision
                        where c.acknowledged_at is null order by c.id limit :limit""")
                .bind("limit", limit)
                .map(this::consignment).all();
    }

    Mono<Void> acknowledgeConsignments(List<UUID> ids, Instant now) {
        return acknowledge("consignment", ids, now);
    }

    Flux<FillEvent> fillEvents(int limit) {
        return database.sql("select * from fill_event where acknowledged_at is null order by id limit :limit")
                .bind("limit", limit).map(WaitingStore::fillEvent).all();
    }

    Flux<UnreachedApplicant> unreached(int limit) {
        return database.sql("""
                select s.id, m.since from mail_unreached m join submission s on s.mail = m.recipient
                order by m.since, s.id limit :limit""").bind("limit", limit)
                .map(row -> new UnreachedApplicant(row.get("id", UUID.class), row.get("since", Instant.class))).all();
    }

    Mono<Void> acknowledgeFillEvents(List<UUID> ids, Instant now) {
        return acknowledge("fill_event", ids, now);
    }

    private Mono<Void> acknowledge(String table, List<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Mono.empty()
                : database
                        .sql("update " + table + " set acknowledged_at = :now "
                                + "where id = any(:ids) and acknowledged_at is null")
                        .bind("now", now).bind("ids", ids.toArray(UUID[]::new)).then();
    }

    private Consignment consignment(Readable row) {
        var id = required(row, "id", UUID.class);
        var application = required(row, "submission_id", UUID.class);
        var at = required(row, "at", Instant.class);
        return switch (required(row, "kind", String.class)) {
            case "submitted" -> new Consignment.Submitted(id, application, at,
                    required(row, "receipt_number", String.class), required(row, "procedure", String.class),
                    required(row, "version", Integer.class), required(row, "content_hash", String.class),
                    json.readTree(required(row, "answers", String.class)), attachments(row),
                    required(row, "language", String.class), required(row, "notice_consent", Boolean.class),
                    row.get("mail", String.class));
            case "corrected" -> new Consignment.Corrected(id, application, at,
                    required(row, "correction_id", UUID.class), json.readTree(required(row, "answers", String.class)),
                    attachments(row), row.get("mail", String.class));
            case "withdrawn" -> new Consignment.Withdrawn(id, application, at, row.get("words", String.class));
            case "message" -> new Consignment.MessageSent(id, application, at, required(row, "words", String.class));
            case "notice-electronic" -> new Consignment.NoticeWayChosen(id, application, at, true);
            case "notice-paper" -> new Consignment.NoticeWayChosen(id, application, at, false);
            case "opened", "downloaded" -> new Consignment.NoticeOpened(id, application, at,
                    required(row, "document_id", UUID.class), "downloaded".equals(row.get("kind", String.class)));
            default -> throw new IllegalStateException("unknown kind of consignment " + id);
        };
    }

    private List<Consignment.Attachment> attachments(Readable row) {
        return json.readValue(required(row, "attachments", String.class),
                new TypeReference<List<Consignment.Attachment>>() {
                });
    }

    private static FillEvent fillEvent(Readable row) {
        return new FillEvent(required(row, "id", UUID.class), required(row, "fill", UUID.class),
                required(row, "at", Instant.class), FillEvent.Type.valueOf(required(row, "type", String.class)),
                required(row, "procedure", String.class), required(row, "version", Integer.class),
                row.get("page", String.class), Arrays.asList(required(row, "questions", String[].class)),
                row.get("active_millis", Integer.class), required(row, "measured", Boolean.class),
                FillEvent.Device.valueOf(required(row, "device", String.class)),
                required(row, "language", String.class), FillEvent.Channel.ONLINE);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

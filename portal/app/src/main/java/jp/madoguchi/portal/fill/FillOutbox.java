package jp.madoguchi.portal.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps that wait for the back office.
 */
@Component
public class FillOutbox {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private final DatabaseClient database;

    FillOutbox(DatabaseClient database) {
        this.database = database;
    }

    /** A signal for each time it is worth looking, the first one at once: nobody waits for a figure, so nothing signals them. */
    public static Flux<Long> looks() {
        return Flux.interval(Duration.ZERO, LOOK_AGAIN).onBackpressureLatest();
    }

    /** Those not confirmed yet, oldest first. */
    public Flux<FillEvent> next(int limit) {
        return database.sql("select * from fill_event where acknowledged_at is null order by id limit :limit")
                .bind("limit", limit).map(FillOutbox::fillEvent).all();
    }

    public Mono<Void> acknowledge(List<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql("update fill_event set acknowledged_at = :now "
                        + "where id = any(:ids) and acknowledged_at is null").bind("now", now)
                        .bind("ids", ids.toArray(UUID[]::new)).then();
    }

    private static FillEvent fillEvent(Readable row) {
        return new FillEvent(Columns.required(row, "id", UUID.class), Columns.required(row, "fill", UUID.class),
                Columns.required(row, "at", Instant.class),
                FillEvent.Type.valueOf(Columns.required(row, "type", String.class)),
                Columns.required(row, "procedure", String.class), Columns.required(row, "version", Integer.class),
                row.get("page", String.class), Arrays.asList(Columns.required(row, "questions", String[].class)),
                row.get("active_millis", Integer.class), Columns.required(row, "measured", Boolean.class),
                FillEvent.Device.valueOf(Columns.required(row, "device", String.class)),
                Columns.required(row, "language", String.class), FillEvent.Channel.ONLINE);
    }
}

package jp.madoguchi.portal.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often procedures were applied for of late. Counted once an hour: it orders lists, nobody reads the figures.
 */
@Component
class Usage {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration OF_LATE = Duration.ofDays(30);
    /** What tells of fewer than ten is not told, not even by the place in a list. */
    private static final int LEAST = 10;

    private final DatabaseClient database;
    private final Clock clock;
    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

    Usage(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Counted(Map<String, Long> times, Instant at) {}

    /** By procedure; those applied for fewer than ten times are left out. */
    Mono<Map<String, Long>> ofLate() {
        var now = clock.instant();
        var standing = counted.get();
        if (standing != null && Duration.between(standing.at(), now).compareTo(FRESH) < 0) {
            return Mono.just(standing.times());
        }
        return database.sql("""
                select procedure, count(*) as times from submission where arrived_at > :since
                group by procedure having count(*) >= :least""").bind("since", now.minus(OF_LATE))
                .bind("least", LEAST).map(Usage::read).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(times -> counted.set(new Counted(Map.copyOf(times), now)));
    }

    private static Map.Entry<String, Long> read(Readable row) {
        return Map.entry(Objects.requireNonNull(row.get("procedure", String.class)),
                Objects.requireNonNull(row.get("times", Long.class)));
    }
}

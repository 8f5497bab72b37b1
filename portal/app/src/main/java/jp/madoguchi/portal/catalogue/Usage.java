package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.ProcedureId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

    private final LatelyApplied applied;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

    Usage(LatelyApplied applied, InstantSource clock) {
        this.applied = applied;
        this.clock = clock;
    }

    private record Counted(Map<ProcedureId, Long> times, Instant at) {}

    /** By procedure; those applied for fewer than ten times are left out. */
    Mono<Map<ProcedureId, Long>> ofLate() {
        var now = clock.instant();
        var standing = counted.get();
        if (standing != null && Duration.between(standing.at(), now).compareTo(FRESH) < 0) {
            return Mono.just(standing.times());
        }
        return applied.since(now.minus(OF_LATE), LEAST)
                .doOnNext(times -> counted.set(new Counted(Map.copyOf(times), now)));
    }
}

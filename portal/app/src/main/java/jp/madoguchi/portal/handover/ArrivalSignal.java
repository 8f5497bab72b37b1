package jp.madoguchi.portal.handover;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Rings when something new waits for the back office. Only this node hears it, so whoever waits also looks by itself every
 * second.
 */
@Component
public class ArrivalSignal {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Sinks.Many<Boolean> rings = Sinks.many().multicast().directBestEffort();

    /** To be called after the commit; a ring that nobody hears is no loss. */
    public void ring() {
        rings.tryEmitNext(Boolean.TRUE);
    }

    /** A signal for each time it is worth looking, the first one at once. */
    public Flux<Long> looks() {
        return Flux.merge(rings.asFlux().map(ring -> 0L), Flux.interval(Duration.ZERO, LOOK_AGAIN))
                .onBackpressureLatest();
    }
}

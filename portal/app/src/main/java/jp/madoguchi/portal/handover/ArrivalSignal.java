package jp.madoguchi.portal.handover;

import java.time.Duration;
import jp.madoguchi.platform.signal.DatabaseSignals;
import jp.madoguchi.platform.signal.DatabaseSignals.Signal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Raised on every node when something new waits for the back office. A signal may be lost, so whoever waits also looks by itself now and
 * then.
 */
@Component
public class ArrivalSignal {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Signal arrival;

    ArrivalSignal(DatabaseSignals signals) {
        this.arrival = signals.on("arrival");
    }

    /** To be called after the commit; a signal that nobody hears is no loss. */
    public void raise() {
        arrival.raise();
    }

    /** A signal for each time it is worth looking, the first one at once. */
    public Flux<Long> looks() {
        return Flux.merge(arrival.raised().map(raised -> 0L), Flux.interval(Duration.ZERO, LOOK_AGAIN))
                .onBackpressureLatest();
    }
}

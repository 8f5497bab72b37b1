package jp.madoguchi.backoffice.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.madoguchi.platform.meter.Since;
import org.springframework.stereotype.Component;

/** When the portal last answered when it was asked for what residents handed in; it is asked all the time. */
@Component
class PortalContact {

    /** A poll lasts 20 seconds where nothing comes in; then one was missed and the next is late. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Since answered;

    PortalContact(InstantSource clock, MeterRegistry meters) {
        this.answered = new Since("madoguchi.exchange.contact", "How long ago the portal answered the back office",
                clock,
                meters);
    }

    void answered() {
        answered.happened();
    }

    /** Empty if it has not since this program began. */
    Optional<Instant> last() {
        return answered.last();
    }

    /** Whether nothing has been heard for longer than nothing can mean nothing. */
    boolean isSilent() {
        return answered.age().compareTo(SILENCE) > 0;
    }
}

package jp.madoguchi.platform.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long ago something happened that should happen all the time, as a meter in seconds; until the first time, since the program began. */
public final class Since {

    private final InstantSource clock;
    private final Instant began;
    private volatile @Nullable Instant last;

    public Since(String name, String description, InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.began = clock.instant();
        Gauge.builder(name, this, since -> since.age().toMillis() / 1000.0).baseUnit("seconds")
                .description(description).register(meters);
    }

    public void happened() {
        last = clock.instant();
    }

    /** When it last happened; empty if it has not since the program began. */
    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** For how long it has not happened. */
    public Duration age() {
        var since = last;
        return Duration.between(since == null ? began : since, clock.instant());
    }
}

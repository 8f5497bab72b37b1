package jp.madoguchi.platform.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.madoguchi.platform.background.PeriodicWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Figures that are looked up every 15 seconds, whoever asks for them or not. Unknown (NaN) until the first look and after one that failed. */
public abstract class Measuring extends PeriodicWork {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final MeterRegistry meters;
    private final List<Figure> figures = new CopyOnWriteArrayList<>();

    protected Measuring(MeterRegistry meters) {
        super(EVERY);
        this.meters = meters;
    }

    /** One of the figures. */
    protected static final class Figure {

        private volatile double value = Double.NaN;

        private Figure() {}

        public void is(double found) {
            value = found;
        }
    }

    /**
     * Registers a meter; to be called while this is made.
     *
     * @param unit such as {@code seconds}, null for a number of things
     */
    protected final Figure figure(String name, @Nullable String unit, String description, Tags tags) {
        var figure = new Figure();
        Gauge.builder(name, figure, each -> each.value).baseUnit(unit).description(description).tags(tags)
                .register(meters);
        figures.add(figure);
        return figure;
    }

    protected final Figure figure(String name, @Nullable String unit, String description) {
        return figure(name, unit, description, Tags.empty());
    }

    /** Looks, and tells each figure what it is. */
    protected abstract Mono<?> look();

    @Override
    protected final Mono<?> round() {
        return look().doOnError(failed -> figures.forEach(figure -> figure.is(Double.NaN)));
    }
}

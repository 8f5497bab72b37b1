package jp.madoguchi.platform.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;

class MeasuringTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Finds these, one with each look. */
    private static final class Rows extends Measuring {

        private final Figure figure;
        private final Deque<Mono<Integer>> found = new ArrayDeque<>();

        Rows(SimpleMeterRegistry meters) {
            super(meters);
            figure = figure("rows", null, "Rows");
        }

        @Override
        protected Mono<?> look() {
            return found.remove().doOnNext(figure::is);
        }
    }

    @Test
    void isUnknownUntilTheFirstLookAndWhileTheDatabaseIsAway() {
        var rows = new Rows(meters);
        assertThat(value()).isNaN();

        rows.found.addAll(List.of(Mono.just(7), Mono.error(new DataAccessResourceFailureException("away")),
                Mono.just(8)));
        rows.round().block();
        assertThat(value()).isEqualTo(7);
        rows.round().onErrorComplete().block();
        assertThat(value()).isNaN();
        rows.round().block();
        assertThat(value()).isEqualTo(8);
    }

    @Test
    void sinceTellsTimeFromTheLastTime() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var since = new Since("contact", "Contact", now::get, meters);

        now.set(Instant.EPOCH.plusSeconds(90));
        assertThat(since.last()).isEmpty();
        assertThat(meters.get("contact").gauge().value()).isEqualTo(90);
        since.happened();
        now.set(Instant.EPOCH.plusSeconds(100));
        assertThat(meters.get("contact").gauge().value()).isEqualTo(10);
        assertThat(since.last()).hasValue(Instant.EPOCH.plusSeconds(90));
    }

    private double value() {
        return meters.get("rows").gauge().value();
    }
}

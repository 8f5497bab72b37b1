package jp.madoguchi.platform.queue.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import jp.madoguchi.platform.meter.Measuring;
import jp.madoguchi.platform.queue.QueueStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the durable queues stand: {@code madoguchi.queue.waiting}, {@code .oldest} (seconds) and {@code .givenup} of each. */
final class QueueMeters extends Measuring {

    private final List<Depth> depths;

    QueueMeters(List<MeteredQueue> queues, MeterRegistry meters) {
        super(meters);
        this.depths = queues.stream().map(this::depth).toList();
    }

    private record Depth(MeteredQueue queue, Figure waiting, Figure oldest, Figure givenUp) {

        Mono<QueueStatus> look() {
            return queue.status().get().doOnNext(status -> {
                waiting.is(status.waiting());
                oldest.is(status.oldest().toMillis() / 1000.0);
                givenUp.is(status.givenUp());
            });
        }
    }

    private Depth depth(MeteredQueue queue) {
        var tags = Tags.of("queue", queue.name());
        return new Depth(queue,
                figure("madoguchi.queue.waiting", null, "Rows that are to be done, those at work among them", tags),
                figure("madoguchi.queue.oldest", "seconds", "For how long the oldest of them has waited", tags),
                figure("madoguchi.queue.givenup", null, "Rows that no worker tries any more", tags));
    }

    @Override
    protected Mono<?> look() {
        return Flux.fromIterable(depths).concatMap(Depth::look).then();
    }
}

package jp.madoguchi.platform.queue.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.madoguchi.platform.queue.Claimed;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.DurableQueueContract;
import jp.madoguchi.platform.queue.QueueStatus;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.testkit.Login;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class R2dbcQueueTest extends DurableQueueContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pace PACE = new Pace(2, Duration.ofHours(1));

    @Test
    void whoeverIsCancelledInTheMiddleKeepsNoConnectionAndTheRowIsTakenAgainAfterItsLease()
            throws InterruptedException {
        var pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections(login())).maxSize(1).build());
        try {
            var queue = new R2dbcQueue<>(DatabaseClient.create(pool), queue(), row -> row.get("what", String.class));
            put("long", 1);
            var begun = new CountDownLatch(1);
            var work = queue.work(PACE, what -> Mono.never().doOnSubscribe(step -> begun.countDown())).subscribe();
            assertThat(begun.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            work.dispose();
            for (int time = 0; time < 20; time++) {
                queue.claim(1).subscribe().dispose();
            }

            assertThat(queue.claim(1).collectList().block(TIMEOUT)).isEmpty();
            pass(LEASE);
            await().atMost(TIMEOUT)
                    .until(() -> !Objects.requireNonNull(queue.claim(1).collectList().block(TIMEOUT)).isEmpty());
        } finally {
            pool.dispose();
        }
    }

    @Test
    void aStepThatTakesTooLongIsAFailure() {
        var queue = queue(login(), queue());
        put("endless", 1);
        put("short", 2);

        assertThat(queue.work(new Pace(1, Duration.ofMillis(200)),
                what -> what.equals("endless") ? Mono.never() : Mono.empty()).block(TIMEOUT)).isEqualTo(1);
        assertThat(queue.stuck(1).blockFirst(TIMEOUT)).isNotNull();
    }

    @Test
    void soManyAtATimeAndNoMore() {
        IntStream.range(0, 8).forEach(number -> put("n" + number, number));
        var now = new AtomicInteger();
        var most = new AtomicInteger();

        queue(login(), queue()).work(PACE, what -> Mono.delay(Duration.ofMillis(20))
                .doOnSubscribe(begun -> most.accumulateAndGet(now.incrementAndGet(), Math::max))
                .doFinally(ended -> now.decrementAndGet())).block(TIMEOUT);

        assertThat(most).hasValue(2);
    }

    @Test
    void whatFailedAlreadyIsTriedAgainLater() {
        var queue = queue(login(), queue());
        var row = Map.of("what", "awkward", "name", "n");
        assertThat(queue.putFailed(row, new IllegalStateException("no")).block(TIMEOUT)).isTrue();
        assertThat(queue.putFailed(row, new IllegalStateException("again")).block(TIMEOUT)).isFalse();

        assertThat(queue.claim(1).collectList().block(TIMEOUT)).isEmpty();
        assertThat(queue.stuck(1).blockFirst(TIMEOUT)).satisfies(stuck -> {
            assertThat(stuck.attempts()).isEqualTo(1);
            assertThat(stuck.lastError()).isEqualTo("no");
        });
    }

    @Test
    void whatWaitsIsCountedAndWhatFailedIsTold() {
        put("first", 1);
        pass(SHORT);
        put("second", 2);
        execute("update job set kind = 'k'");
        var queue = new R2dbcQueue<>(DatabaseClient.create(connections(login())),
                new DurableQueue(QueueTable.of("job", "put_at", "what").ofKinds("kind"), queue().policy(),
                        queue().errors()),
                row -> row.get("what", String.class));

        assertThat(queue.status().block(TIMEOUT)).satisfies(status -> {
            assertThat(status.waiting()).isEqualTo(2);
            assertThat(status.oldest()).isGreaterThanOrEqualTo(SHORT);
            assertThat(status.givenUp()).isZero();
        });
        assertThat(queue.stuck(10).collectList().block(TIMEOUT)).isEmpty();
        fail(queue);
        assertThat(queue.stuck(10).collectList().block(TIMEOUT)).singleElement().satisfies(stuck -> {
            assertThat(stuck.kind()).isEqualTo("k");
            assertThat(stuck.nextTryAt()).isAfter(stuck.since().plus(FIRST));
            assertThat(stuck.givenUpAt()).isNull();
        });
    }

    @Test
    void whatWasGivenUpIsToldAndTriedAgainByHandWithAllItsAttempts() {
        var queue = queue(login(), queue());
        var id = put("hopeless", 1);
        for (int attempt = 0; attempt < 4; attempt++) {
            fail(queue);
            pass(FIRST.multipliedBy(10));
        }

        assertThat(queue.status().block(TIMEOUT)).isEqualTo(new QueueStatus(0, Duration.ZERO, 1));
        assertThat(queue.stuck(10).collectList().block(TIMEOUT)).singleElement().satisfies(stuck -> {
            assertThat(stuck.id()).isEqualTo(id);
            assertThat(stuck.attempts()).isEqualTo(4);
            assertThat(stuck.lastError()).isEqualTo("no");
            assertThat(stuck.givenUpAt()).isNotNull();
            assertThat(stuck.nextTryAt()).isNull();
        });
        assertThat(queue.retry(id).block(TIMEOUT)).isTrue();
        assertThat(worker().claim(1)).singleElement().satisfies(again -> assertThat(again.attempt()).isEqualTo(1));
    }

    @Test
    void aPersonNeedNotWait() {
        var queue = queue(login(), queue());
        var id = put("urgent", 1);
        fail(queue);
        assertThat(worker().claim(1)).isEmpty();

        assertThat(queue.retry(id).block(TIMEOUT)).isTrue();
        var first = worker().claim(1).getFirst();
        assertThat(queue.retry(id).block(TIMEOUT)).as("whoever has it may have died").isTrue();
        var second = worker().claim(1).getFirst();
        assertThat(worker().done(first)).isFalse();
        assertThat(worker().done(second)).isTrue();
        assertThat(queue.retry(id).block(TIMEOUT)).as("what is done is not done again").isFalse();
    }

    private static void fail(R2dbcQueue<String> queue) {
        var claimed = Objects.requireNonNull(queue.claim(1).blockFirst(TIMEOUT));
        queue.failed(claimed, new IllegalStateException("no")).block(TIMEOUT);
    }

    private static R2dbcQueue<String> queue(Login login, DurableQueue queue) {
        return new R2dbcQueue<>(DatabaseClient.create(connections(login)), queue, row -> row.get("what", String.class));
    }

    private static ConnectionFactory connections(Login login) {
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(login.r2dbcUrl()).mutate()
                .option(ConnectionFactoryOptions.USER, login.username())
                .option(ConnectionFactoryOptions.PASSWORD, login.password()).build());
    }

    @Override
    protected Worker worker(Login login, DurableQueue queue) {
        return new Waiting(queue(login, queue));
    }

    private record Waiting(R2dbcQueue<String> queue) implements Worker {

        @Override
        public boolean put(Map<String, ?> columns) {
            return Boolean.TRUE.equals(queue.put(columns).block(TIMEOUT));
        }

        @Override
        public List<Claimed<String>> claim(int most) {
            return Objects.requireNonNull(queue.claim(most).collectList().block(TIMEOUT));
        }

        @Override
        public boolean done(Claimed<String> claimed) {
            return Boolean.TRUE.equals(queue.done(claimed).block(TIMEOUT));
        }

        @Override
        public void failed(Claimed<String> claimed, Throwable why) {
            queue.failed(claimed, why).block(TIMEOUT);
        }

        @Override
        public long work(Consumer<String> step) {
            return Objects.requireNonNull(
                    queue.work(PACE, what -> Mono.fromRunnable(() -> step.accept(what))).block(TIMEOUT));
        }
    }
}

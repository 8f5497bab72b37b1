package jp.madoguchi.platform.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who raises it has committed something, and must never hear that it failed; who waits for it must miss none. */
class LocalSignalTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofDays(1);

    private final LocalSignal signal = new LocalSignal();

    @Test
    void whoeverRaisesItNeitherFailsNorWaitsWhileAnotherTells() throws Exception {
        var telling = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var told = new AtomicInteger();
        signal.raised().subscribe(raised -> {
            if (told.incrementAndGet() == 1) {
                telling.countDown();
                pause(letGo);
            }
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(signal::raise);
            telling.await();
            assertThatCode(() -> IntStream.range(0, 100).forEach(time -> signal.raise())).doesNotThrowAnyException();
            assertThat(told).as("told while the first is still being told").hasValue(1);
            letGo.countDown();
            first.get();
        }
        assertThat(told).as("told again for what came meanwhile").hasValue(2);
    }

    @Test
    void nobodyWhoWaitsMissesWhatManyThreadsRaise() throws Exception {
        var committed = new AtomicInteger();
        var seen = new AtomicInteger();
        var worker = Mono.defer(() -> signal.awaited(NEVER)).doOnSuccess(woken -> seen.set(committed.get())).repeat()
                .subscribe();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 1; round <= 200; round++) {
                var raising = IntStream.range(0, 8).<Future<?>>mapToObj(thread -> threads.submit(() -> {
                    committed.incrementAndGet();
                    signal.raise();
                })).toList();
                for (var each : raising) {
                    each.get();
                }
                int all = round * 8;
                await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(1))
                        .untilAsserted(() -> assertThat(seen).hasValue(all));
            }
        } finally {
            worker.dispose();
        }
    }

    @Test
    void raisedWhileNobodyWaitedIsHeardByTheNext() {
        signal.raise();

        assertThat(signal.awaited(NEVER).thenReturn("woken").block(TIMEOUT)).isEqualTo("woken");
        assertThat(signal.awaited(Duration.ofMillis(1)).thenReturn("time is over").block(TIMEOUT))
                .isEqualTo("time is over");
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

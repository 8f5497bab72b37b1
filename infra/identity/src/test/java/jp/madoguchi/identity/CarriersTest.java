package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarriersTest {

    private static final CountDownLatch LOADED = new CountDownLatch(1);

    /** A class that takes long to come, as from a jar in which others read. Who waits for it keeps a carrier. */
    private static final class Slow {
        static {
            try {
                LOADED.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static void use() {}
    }

    @Test
    void oneGoesOnWhileAsManyAsThereAreCoresWaitForAClass() throws InterruptedException {
        IdentityApplication.application();
        int cores = Runtime.getRuntime().availableProcessors();
        var begun = new CountDownLatch(cores);
        var waiting = IntStream.range(0, cores).mapToObj(i -> Thread.ofVirtual().start(() -> {
            begun.countDown();
            Slow.use();
        })).toList();
        try {
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Thread.ofVirtual().start(LOADED::countDown).join(Duration.ofSeconds(30)))
                    .as("another thread gets a turn").isTrue();
        } finally {
            LOADED.countDown();
        }
        for (var thread : waiting) {
            thread.join();
        }
    }
}

package jp.madoguchi.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BlockHoundTest {

    @Test
    void waitingOnAThreadThatMustNotWaitFailsTheTest() {
        var waiting = Mono.fromCallable(() -> new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel());

        assertThatThrownBy(waiting::block).hasMessageContaining("Blocking call!");
    }
}

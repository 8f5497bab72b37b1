package jp.madoguchi.platform.queue.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueue.Pace;
import jp.madoguchi.platform.queue.QueueTable;
import jp.madoguchi.platform.queue.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The worker of a queue is woken by what there is to do, and sleeps otherwise. */
class WakingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Map<String, String> ROW = Map.of("recipient", "hanako@example.jp", "subject", "s", "body",
            "b");

    private final PortalDatabase database = new PortalDatabase();
    private final R2dbcQueue<String> queue = new R2dbcQueue<>(database.client(),
            new DurableQueue(QueueTable.of("mail_outbox", "created_at", "recipient"),
                    new RetryPolicy(LONG, Duration.ofMillis(300), LONG, 5), Throwable::toString),
            row -> row.get("recipient", String.class));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRowWakesAfterTheCommitAndNotBefore() {
        var waiting = waiting();

        database.transaction().transactional(queue.put(ROW)
                .doOnSuccess(put -> assertThat(waiting).isNotDone())).block(TIMEOUT);

        await().atMost(TIMEOUT).until(waiting::isDone);
    }

    @Test
    void whatIsTakenBackWakesNobody() {
        var waiting = waiting();

        database.transaction().transactional(queue.put(ROW).then(Mono.error(new IllegalStateException("taken back"))))
                .onErrorComplete().block(TIMEOUT);

        assertThat(waiting).isNotDone();
        queue.put(ROW).block(TIMEOUT);
        await().atMost(TIMEOUT).until(waiting::isDone);
    }

    @Test
    void whatWasPutInWhileNobodyWaitedIsNotMissed() {
        queue.put(ROW).block(TIMEOUT);

        queue.due(LONG).block(TIMEOUT);

        assertThat(waiting()).as("heard once").isNotDone();
    }

    @Test
    void whatFailedWakesWhenItIsToBeTriedAgain() {
        queue.put(ROW).block(TIMEOUT);
        queue.due(LONG).block(TIMEOUT);
        assertThat(queue.work(new Pace(1, Duration.ofMinutes(1)), row -> Mono.error(new IllegalStateException("no")))
                .block(TIMEOUT)).isZero();

        queue.due(LONG).block(TIMEOUT);

        await().atMost(TIMEOUT).until(
                () -> queue.work(new Pace(1, Duration.ofMinutes(1)), row -> Mono.empty()).block(TIMEOUT),
                Long.valueOf(1)::equals);
    }

    private CompletableFuture<Void> waiting() {
        return queue.due(LONG).toFuture();
    }
}

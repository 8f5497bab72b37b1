package jp.madoguchi.identity.post;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import jp.madoguchi.platform.queue.QueueStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How the queue of mails stands, as the portal and the back office tell of theirs. Looked up every 15 seconds, whoever asks; unknown
 * (NaN) until the first look and after one that failed.
 */
@Component
class PostMeters {

    private final Post post;
    private volatile @Nullable QueueStatus status;

    PostMeters(Post post, MeterRegistry meters) {
        this.post = post;
        gauge("madoguchi.queue.waiting", null, "Rows that are to be done, those at work among them",
                QueueStatus::waiting, meters);
        gauge("madoguchi.queue.oldest", "seconds", "For how long the oldest of them has waited",
                found -> found.oldest().toMillis() / 1000.0, meters);
        gauge("madoguchi.queue.givenup", null, "Rows that no worker tries any more", QueueStatus::givenUp, meters);
    }

    private void gauge(String name, @Nullable String unit, String description, ToDoubleFunction<QueueStatus> figure,
            MeterRegistry meters) {
        Gauge.builder(name, this, each -> {
            var found = each.status;
            return found == null ? Double.NaN : figure.applyAsDouble(found);
        }).baseUnit(unit).description(description).tag("queue", "mail").register(meters);
    }

    @Scheduled(fixedDelay = 15_000)
    void look() {
        try {
            status = post.status();
        } catch (DataAccessException failed) {
            status = null;
            throw failed;
        }
    }
}

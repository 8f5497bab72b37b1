package jp.madoguchi.backoffice.insight;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Looks from time to time whether there is something new to tell of how long procedures take. */
@Component
class AnnouncementRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementRounds.class);

    private final Announcements announcements;
    private final Duration pause;
    private volatile @Nullable Disposable rounds;

    AnnouncementRounds(Announcements announcements,
            @Value("${madoguchi.insight.announce-every:1h}") Duration pause) {
        this.announcements = announcements;
        this.pause = pause;
    }

    @Override
    public void start() {
        rounds = Mono.defer(announcements::tell).onErrorResume(failed -> {
            LOG.warn("how long procedures take could not be told this round", failed);
            return Mono.just(0L);
        }).repeatWhen(counts -> counts.delayElements(pause)).subscribe();
    }

    @Override
    public void stop() {
        var running = rounds;
        if (running != null) {
            running.dispose();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}

package jp.madoguchi.backoffice.insight;

import java.time.Duration;

import jp.madoguchi.platform.background.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks from time to time whether there is something new to tell of how long procedures take. */
@Component
class AnnouncementRounds extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementRounds.class);

    private final Announcements announcements;
    private final Duration pause;

    AnnouncementRounds(Announcements announcements,
            @Value("${madoguchi.insight.announce-every:1h}") Duration pause) {
        this.announcements = announcements;
        this.pause = pause;
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(announcements::tell).onErrorResume(failed -> {
            LOG.warn("how long procedures take could not be told this round", failed);
            return Mono.just(0L);
        }).repeatWhen(counts -> counts.delayElements(pause));
    }
}

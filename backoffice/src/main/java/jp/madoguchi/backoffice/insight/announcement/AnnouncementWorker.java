package jp.madoguchi.backoffice.insight.announcement;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks from time to time whether there is something new to tell of how long procedures take. */
@Component
class AnnouncementWorker extends PeriodicWork {

    private final Announcements announcements;

    AnnouncementWorker(Announcements announcements,
            @Value("${madoguchi.insight.announce-every:1h}") Duration pause) {
        super(pause);
        this.announcements = announcements;
    }

    @Override
    protected Mono<?> round() {
        return announcements.tell();
    }
}

package jp.madoguchi.portal.profile;

import java.time.Duration;
import java.time.InstantSource;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes what residents keep and have not used for two years, as the form promises. */
@Component
class UnusedProfiles extends PeriodicWork {

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration UNUSED = Duration.ofDays(2 * 365L);

    private final ProfileStore store;
    private final InstantSource clock;

    UnusedProfiles(ProfileStore store, InstantSource clock) {
        super(EVERY);
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected Mono<?> round() {
        return store.deleteUnused(clock.instant().minus(UNUSED));
    }
}

package jp.madoguchi.platform.security;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import reactor.core.publisher.Mono;

/** Removes counters of tries that are full again; any number of nodes may do so at once. */
final class AttemptCleanUp extends PeriodicWork {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final AttemptLimiter limiter;

    AttemptCleanUp(AttemptLimiter limiter) {
        super(EVERY);
        this.limiter = limiter;
    }

    @Override
    protected Mono<?> round() {
        return limiter.removeExpired();
    }
}

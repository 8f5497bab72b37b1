package jp.madoguchi.platform.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Removes expired sessions every few minutes; any number of nodes may do so at once. */
final class SessionCleanUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleanUp.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final PostgresSessions sessions;
    private volatile @Nullable Disposable rounds;

    SessionCleanUp(PostgresSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void start() {
        rounds = Mono.defer(sessions::removeExpired)
                .doOnNext(count -> LOG.debug("{} expired sessions removed", count))
                .onErrorResume(failed -> {
                    LOG.warn("expired sessions could not be removed this round", failed);
                    return Mono.empty();
                })
                .repeatWhen(ends -> ends.delayElements(EVERY))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = rounds;
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

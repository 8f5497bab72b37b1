package jp.madoguchi.platform.session;

import java.time.Duration;
import jp.madoguchi.platform.background.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes expired sessions every few minutes; any number of nodes may do so at once. */
final class SessionCleanUp extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleanUp.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final PostgresSessions sessions;

    SessionCleanUp(PostgresSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(sessions::removeExpired)
                .doOnNext(count -> LOG.debug("{} expired sessions removed", count))
                .onErrorResume(failed -> {
                    LOG.warn("expired sessions could not be removed this round", failed);
                    return Mono.empty();
                })
                .repeatWhen(ends -> ends.delayElements(EVERY));
    }
}

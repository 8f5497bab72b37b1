package jp.madoguchi.platform.session;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Removes expired sessions every few minutes; any number of nodes may do so at once. */
final class SessionCleanUp extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleanUp.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final PostgresSessions sessions;

    SessionCleanUp(PostgresSessions sessions) {
        super(EVERY);
        this.sessions = sessions;
    }

    @Override
    protected Mono<?> round() {
        return sessions.removeExpired().doOnNext(count -> LOG.debug("{} expired sessions removed", count));
    }
}

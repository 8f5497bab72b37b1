package jp.madoguchi.platform.background;

import java.time.Duration;

import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work in rounds with a pause between them. A round that fails is logged and the next one comes. */
public abstract class PeriodicWork extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWork.class);

    private final Duration pause;
    private final FailureLog failures = new FailureLog(LOG);

    /** @param pause from the end of a round to the beginning of the next, more than zero; the first round comes at once */
    protected PeriodicWork(Duration pause) {
        this.pause = pause;
    }

    /** One round. Called anew for every round, so a clock that is read here, or later, tells the time of the round. */
    protected abstract Mono<?> round();

    @Override
    protected final Flux<?> work() {
        return rounds(pause);
    }

    /** The rounds with another pause, for whoever cannot wait as long. */
    public final Flux<?> rounds(Duration between) {
        return Mono.defer(() -> round().then()).onErrorResume(failed -> {
            failures.tell(getClass().getSimpleName() + " failed this round", failed);
            return Mono.empty();
        }).repeatWhen(ends -> ends.delayElements(between));
    }
}

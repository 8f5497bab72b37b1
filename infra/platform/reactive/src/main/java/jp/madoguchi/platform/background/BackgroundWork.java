package jp.madoguchi.platform.background;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work that goes on for as long as the program runs: begun when the program is ready, cancelled before what it needs is closed.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private volatile @Nullable Disposable running;

    /** The work. It never ends by itself: a round that fails has to say so and let the next one come, an error ends it for good. */
    protected abstract Flux<?> work();

    @Override
    public final void start() {
        running = work().subscribe(done -> {},
                failed -> LOG.error("{} ended for good", getClass().getSimpleName(), failed));
    }

    @Override
    public final void stop() {
        var work = running;
        if (work != null) {
            work.dispose();
            running = null;
        }
    }

    /** What is left to be done when the work has been stopped; the program waits for it. */
    protected Mono<?> lastly() {
        return Mono.empty();
    }

    @Override
    public final void stop(Runnable done) {
        stop();
        lastly().doFinally(how -> done.run()).subscribe(last -> {},
                failed -> LOG.warn("{} could not end as it should", getClass().getSimpleName(), failed));
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }
}

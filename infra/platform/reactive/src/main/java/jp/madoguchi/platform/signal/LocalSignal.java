package jp.madoguchi.platform.signal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells whoever waits within this program that there is something to look for. A signal promises nothing: it may come for nothing, and
 * never comes where another program left something to do, so whoever waits looks by itself now and then too.
 */
public final class LocalSignal {

    private final Sinks.Many<Boolean> raised = Sinks.many().multicast().directBestEffort();
    private final AtomicBoolean raisedSince = new AtomicBoolean();
    private final AtomicInteger untold = new AtomicInteger();

    /**
     * To be raised when what is to be found can be found, thus after a commit. Never fails and never waits, from any number of threads:
     * what was committed must not look as if it had failed.
     */
    public void raise() {
        raisedSince.set(true);
        // A sink takes one signal at a time. Whoever comes while another thread tells leaves it to that thread to tell once more.
        if (untold.getAndIncrement() > 0) {
            return;
        }
        int told = 1;
        do {
            // That nobody waits, or is too busy to be told, is no failure.
            raised.tryEmitNext(Boolean.TRUE);
            told = untold.addAndGet(-told);
        } while (told > 0);
    }

    /** Raised when this time has passed. */
    public void raiseIn(Duration time) {
        Schedulers.parallel().schedule(this::raise, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Each time it is raised from now on, for any number of those who wait. */
    public Flux<Boolean> raised() {
        return raised.asFlux();
    }

    /**
     * Completes when it is raised, and at the latest after this time; at once if it was raised since it last completed, so that none is
     * missed by whoever was at work. For one who waits.
     */
    public Mono<Void> awaited(Duration atMost) {
        return Mono.firstWithSignal(raised.asFlux().next().then(), Mono.defer(this::unheard), Mono.delay(atMost).then())
                .doOnSuccess(done -> raisedSince.set(false));
    }

    private Mono<Void> unheard() {
        return raisedSince.get() ? Mono.empty() : Mono.never();
    }
}

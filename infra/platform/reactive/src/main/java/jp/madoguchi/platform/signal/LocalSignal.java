package jp.madoguchi.platform.signal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells whoever waits within this program that there is something to look for. A signal promises nothing: it may come for nothing, and
 * never comes where another program left something to do, so whoever waits looks by itself now and then too.
 */
public final class LocalSignal {

    /** Another thread raises it at the same moment: that takes no time. */
    private static final EmitFailureHandler AFTER_THE_OTHER = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

    private final Sinks.Many<Boolean> raised = Sinks.many().multicast().directBestEffort();
    private final AtomicBoolean raisedSince = new AtomicBoolean();

    /** To be raised when what is to be found can be found, thus after a commit. */
    public void raise() {
        raisedSince.set(true);
        raised.emitNext(Boolean.TRUE, AFTER_THE_OTHER);
    }

    /** Raised when this time has passed. */
    public void raiseIn(Duration time) {
        Schedulers.parallel().schedule(this::raise, time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
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

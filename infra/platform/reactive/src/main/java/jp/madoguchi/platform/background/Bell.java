package jp.madoguchi.platform.background;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells whoever waits within this program that there is something to look for. A ring promises nothing: it may come for nothing, and
 * never comes where another program left something to do, so whoever waits looks by itself now and then too.
 */
public final class Bell {

    /** Another thread rings at the same moment: that takes no time. */
    private static final EmitFailureHandler AFTER_THE_OTHER = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

    private final Sinks.Many<Boolean> rings = Sinks.many().multicast().directBestEffort();
    private final AtomicBoolean rung = new AtomicBoolean();

    /** To be rung when what is to be found can be found, thus after a commit. */
    public void ring() {
        rung.set(true);
        rings.emitNext(Boolean.TRUE, AFTER_THE_OTHER);
    }

    /** Rings when this time has passed. */
    public void ringIn(Duration time) {
        Schedulers.parallel().schedule(this::ring, time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** Each ring from now on, for any number of those who wait. */
    public Flux<Boolean> rings() {
        return rings.asFlux();
    }

    /**
     * Completes with a ring, and at the latest after this time; at once if there was one since it last completed, so that none is
     * missed by whoever was at work. For one who waits.
     */
    public Mono<Void> awaited(Duration atMost) {
        return Mono.firstWithSignal(rings.asFlux().next().then(), Mono.defer(this::unheard), Mono.delay(atMost).then())
                .doOnSuccess(done -> rung.set(false));
    }

    private Mono<Void> unheard() {
        return rung.get() ? Mono.empty() : Mono.never();
    }
}

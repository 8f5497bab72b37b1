package jp.madoguchi.platform.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Lets work run to its end although nobody waits for the result any more. A cancellation that reaches a database conversation half-way
 * can cost its connection (the driver has to read the rest of a result that nobody asks for), so it must not get there: put this
 * between the work and whatever may lose interest, be it a client that goes away or a {@code timeout}.
 */
public final class Uncancellable {

    private static final Logger LOG = LoggerFactory.getLogger(Uncancellable.class);
    /** Longer than any statement may take, so that in practice the database ends what hangs, not this. */
    private static final Duration GRACE = Duration.ofMinutes(3);
    private static final Object LEFT = new Object();

    private Uncancellable() {}

    /**
     * The same work, which goes on when its subscriber cancels; its result is then dropped and an error logged. Work that has not ended
     * three minutes later is cancelled after all. What must not go on for nobody can ask {@link #left}.
     */
    public static <T> Mono<T> of(Mono<T> work) {
        return of(work, GRACE);
    }

    static <T> Mono<T> of(Mono<T> work, Duration grace) {
        return Mono.create(waiting -> {
            Running<T> running = new Running<>(waiting);
            waiting.onCancel(() -> running.leave(grace));
            work.subscribe(running);
        });
    }

    /**
     * Ends, without a value, when whoever waited for the surrounding work has left; never where there is no such work. For waiting
     * that is pointless from then on: {@code takeUntilOther} it at a place where no query is under way.
     */
    public static Mono<Void> left(ContextView context) {
        Sinks.Empty<Void> left = context.getOrDefault(LEFT, null);
        return left == null ? Mono.never() : left.asMono();
    }

    private static final class Running<T> extends BaseSubscriber<T> {

        private final MonoSink<T> waiting;
        private final Sinks.Empty<Void> left = Sinks.empty();
        private final AtomicBoolean alone = new AtomicBoolean();
        private volatile @Nullable Disposable end;

        Running(MonoSink<T> waiting) {
            this.waiting = waiting;
        }

        void leave(Duration grace) {
            alone.set(true);
            end = Schedulers.parallel().schedule(() -> {
                if (!isDisposed()) {
                    LOG.warn("work that nobody waits for any more did not end in {}; it is cancelled", grace);
                    cancel();
                }
            }, grace.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            if (isDisposed()) {
                noEnd();
            }
            left.tryEmitEmpty();
        }

        private void noEnd() {
            Disposable scheduled = end;
            if (scheduled != null) {
                scheduled.dispose();
            }
        }

        @Override
        public Context currentContext() {
            return Context.of(waiting.contextView()).put(LEFT, left);
        }

        @Override
        protected void hookOnNext(T value) {
            waiting.success(value);
        }

        @Override
        protected void hookOnComplete() {
            waiting.success();
        }

        @Override
        protected void hookOnError(Throwable failed) {
            if (alone.get()) {
                LOG.debug("work that nobody waits for any more failed", failed);
            } else {
                waiting.error(failed);
            }
        }

        @Override
        protected void hookFinally(SignalType how) {
            noEnd();
        }
    }
}

package jp.madoguchi.backoffice.insight;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Refreshes the rollups in the background; a figure is a few seconds behind the fact. */
@Component
class RollupRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RollupRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Rollups rollups;
    private volatile @Nullable Disposable rounds;

    RollupRounds(Rollups rollups) {
        this.rollups = rollups;
    }

    @Override
    public void start() {
        rounds = Mono.defer(rollups::refresh).onErrorResume(failed -> {
            LOG.warn("the rollups could not be refreshed this round", failed);
            return Mono.just(0L);
        }).repeatWhen(counts -> counts.delayElements(PAUSE)).subscribe();
    }

    @Override
    public void stop() {
        var running = rounds;
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

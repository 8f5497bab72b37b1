package jp.madoguchi.backoffice.insight;

import java.time.Duration;

import jp.madoguchi.platform.background.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refreshes the rollups in the background; a figure is a few seconds behind the fact. */
@Component
class RollupRounds extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(RollupRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Rollups rollups;

    RollupRounds(Rollups rollups) {
        this.rollups = rollups;
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(rollups::refresh).onErrorResume(failed -> {
            LOG.warn("the rollups could not be refreshed this round", failed);
            return Mono.just(0L);
        }).repeatWhen(counts -> counts.delayElements(PAUSE));
    }
}

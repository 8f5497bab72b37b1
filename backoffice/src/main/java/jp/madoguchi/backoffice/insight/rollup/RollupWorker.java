package jp.madoguchi.backoffice.insight.rollup;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refreshes the rollups in the background; a figure is a few seconds behind the fact. */
@Component
class RollupWorker extends PeriodicWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Rollups rollups;

    RollupWorker(Rollups rollups) {
        super(PAUSE);
        this.rollups = rollups;
    }

    @Override
    protected Mono<?> round() {
        return rollups.refresh();
    }
}

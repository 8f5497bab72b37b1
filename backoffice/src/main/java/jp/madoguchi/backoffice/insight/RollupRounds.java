package jp.madoguchi.backoffice.insight;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refreshes the rollups in the background; a figure is a few seconds behind the fact. */
@Component
class RollupRounds extends PeriodicWork {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Rollups rollups;

    RollupRounds(Rollups rollups) {
        super(PAUSE);
        this.rollups = rollups;
    }

    @Override
    protected Mono<?> round() {
        return rollups.refresh();
    }
}

package jp.madoguchi.backoffice.queue;

import java.time.Duration;
import jp.madoguchi.platform.background.BackgroundWork;
import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes search keys anew after an update of the program, without haste, until none is left of an older version. */
@Component
class CaseIndexWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(CaseIndexWorker.class);
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final FailureLog failures = new FailureLog(LOG);
    private final CaseIndex index;

    CaseIndexWorker(CaseIndex index) {
        this.index = index;
    }

    @Override
    protected Flux<?> work() {
        return Mono.defer(index::renewSome).delayElement(BREATH)
                .onErrorResume(failed -> {
                    failures.tell("search keys could not be made anew this round", failed);
                    return Mono.delay(AFTER_TROUBLE).thenReturn(1);
                }).repeat().takeUntil(count -> count == 0);
    }
}

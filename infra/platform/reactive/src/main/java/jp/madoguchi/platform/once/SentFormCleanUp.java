package jp.madoguchi.platform.once;

import java.time.Duration;

import jp.madoguchi.platform.background.PeriodicWork;
import reactor.core.publisher.Mono;

/** Removes forms that were sent long ago; any number of nodes may do so at once. */
final class SentFormCleanUp extends PeriodicWork {

    private static final Duration EVERY = Duration.ofMinutes(30);

    private final SentForms forms;

    SentFormCleanUp(SentForms forms) {
        super(EVERY);
        this.forms = forms;
    }

    @Override
    protected Mono<?> round() {
        return forms.removeExpired();
    }
}

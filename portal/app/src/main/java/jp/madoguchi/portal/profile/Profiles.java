package jp.madoguchi.portal.profile;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.portal.account.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What residents keep, for applications that begin.
 */
@Component
public class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
    /** As the form promises. */
    private static final Duration UNUSED = Duration.ofDays(2 * 365L);

    private final ProfileStore store;
    private final Clock clock;

    Profiles(ProfileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What the visitor keeps of themselves; empty where nobody is signed in or nothing is kept. */
    public Mono<Map<ProfilePart, Answer>> of(Visitor visitor) {
        var account = visitor.account();
        return account == null
                ? Mono.just(Map.of())
                : store.use(account, clock.instant()).map(ProfileForm::parts);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> removeUnused() {
        return store.deleteUnused(clock.instant().minus(UNUSED))
                .doOnError(failed -> LOG.warn("removing unused profiles failed", failed)).onErrorComplete().then();
    }
}

package jp.madoguchi.portal.profile;

import java.time.InstantSource;
import java.util.Map;

import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.portal.account.Visitor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What residents keep, for applications that begin.
 */
@Component
public class Profiles {

    private final ProfileStore store;
    private final InstantSource clock;

    Profiles(ProfileStore store, InstantSource clock) {
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
}

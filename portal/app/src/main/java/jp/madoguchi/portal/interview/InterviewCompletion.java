package jp.madoguchi.portal.interview;

import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletion;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.HandingIn;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An interview is complete with its list: it is never handed in.
 */
@Component
class InterviewCompletion implements DraftCompletion {

    @Override
    public boolean completes(DraftPurpose purpose) {
        return purpose instanceof DraftPurpose.Interview;
    }

    @Override
    public Mono<String> complete(Draft draft, HandingIn by) {
        return Mono.just(Addresses.bundle(draft.id()));
    }

    @Override
    public Mono<String> whenClosed(Draft draft, Visitor visitor) {
        return Mono.empty();
    }
}

package jp.madoguchi.portal.draft;

import java.util.Optional;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.portal.account.Visitor;
import reactor.core.publisher.Mono;

/**
 * How drafts of one purpose are completed. The room whose drafts they are implements it, so that drafts need not know the rooms.
 */
public interface DraftCompletion {

    /** Whether drafts of this purpose are completed here. Exactly one implementation says so of each purpose. */
    boolean completes(DraftPurpose purpose);

    /**
     * Completes a draft. Repeated, or with one that was completed before, it leads to the same.
     *
     * @return where the browser goes then
     * @throws jp.madoguchi.platform.problem.Refusal (as error signal) if it cannot be completed now; then nothing happened
     */
    Mono<String> complete(Draft draft, HandingIn by);

    /** Where a closed draft leads whoever may open it; empty if it was thrown away. */
    Mono<String> whenClosed(Draft draft, Visitor visitor);

    /** What may be changed; nothing inside if everything may. */
    default Mono<Optional<CorrectionScope>> scope(Draft draft) {
        return Mono.just(Optional.empty());
    }

    /** What is asked for; nothing inside if nothing is. */
    default Mono<Optional<AskedView>> asked(Draft draft) {
        return Mono.just(Optional.empty());
    }
}

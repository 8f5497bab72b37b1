package jp.madoguchi.portal.draft;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.formpage.Delegations;
import jp.madoguchi.portal.wording.Wording;
import reactor.core.publisher.Mono;

/**
 * The parts of a draft that others are asked to fill in. The room that asks them implements it.
 */
public interface PartsByOthers {

    /** How it stands with those of a page, in its words. */
    Mono<Delegations> on(Page page, Draft draft, Filling filling, Wording wording);

    /** Takes back what nobody can complete, because the draft has no question for it any more; within the transaction that changed it. */
    Mono<Void> withdrawWithoutQuestion(UUID draft, Filling filling, Instant now);

    /** Ends what was asked for in drafts that are closed by now: nothing of who asked whom is kept beyond them. */
    Mono<Void> endWithDrafts(Instant now);
}

package jp.madoguchi.portal.application;

import java.util.UUID;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.filling.Filling;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where an application goes on, wherever it stands.
 */
@Component
class Onward {

    private final DraftDesk desk;
    private final SubmissionStore submissions;

    Onward(DraftDesk desk, SubmissionStore submissions) {
        this.desk = desk;
        this.submissions = submissions;
    }

    /** The application that a draft became, or that it corrects; empty where it was never handed in. */
    Mono<UUID> submission(Draft draft) {
        var correction = draft.corrects();
        return correction == null ? submissions.ofDraft(draft.id()) : Mono.just(correction.submission());
    }

    Mono<String> address(Draft draft) {
        if (!draft.isOpen() && draft.isErrand()) {
            return Mono.just(Addresses.handed(draft.id()));
        }
        return draft.isOpen()
                ? Mono.just(of(draft, desk.filling(draft)))
                : submission(draft).map(Addresses::submission)
                        .defaultIfEmpty(Addresses.procedure(draft.procedure().id()));
    }

    /** Where the applicant was last, as far as that page is still asked. */
    static String of(Draft draft, Filling filling) {
        var ids = PageOrder.ids(filling);
        var last = draft.lastPage();
        if (draft.isCorrection() && last == null) {
            return Addresses.review(draft.id());
        }
        if (draft.procedure().isInterview() && filling.checkAll().isEmpty()) {
            return Addresses.bundle(draft.id());
        }
        var page = last == null ? ids.getFirst() : new PageId(last);
        return ids.contains(page)
                ? Addresses.page(draft.id(), filling.check(page).isEmpty() && last != null
                        ? PageOrder.unfinished(filling).orElse(page)
                        : page)
                : Addresses.page(draft.id(), ids.getFirst());
    }
}

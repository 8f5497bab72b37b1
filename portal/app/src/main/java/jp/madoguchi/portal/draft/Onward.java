package jp.madoguchi.portal.draft;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.portal.account.Visitor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where an application goes on, wherever it stands.
 */
@Component
public class Onward {

    private final DraftService desk;
    private final DraftCompletions completions;

    Onward(DraftService desk, DraftCompletions completions) {
        this.desk = desk;
        this.completions = completions;
    }

    public Mono<String> address(Draft draft, Visitor visitor) {
        return draft.isOpen()
                ? Mono.just(of(draft, desk.filling(draft)))
                : completions.of(draft).whenClosed(draft, visitor)
                        .defaultIfEmpty(Addresses.procedure(draft.procedure().id()));
    }

    /** Where the applicant was last, as far as that page is still asked. */
    public static String of(Draft draft, Filling filling) {
        return switch (draft.purpose()) {
            case DraftPurpose.Correction _ when draft.lastPage() == null -> Addresses.review(draft.id());
            case DraftPurpose.Interview _ when filling.checkAll().isEmpty() -> Addresses.bundle(draft.id());
            default -> lastPage(draft, filling);
        };
    }

    private static String lastPage(Draft draft, Filling filling) {
        var ids = PageOrder.ids(filling);
        var last = draft.lastPage();
        var page = last == null ? ids.getFirst() : new PageId(last);
        return ids.contains(page)
                ? Addresses.page(draft.id(), filling.check(page).isEmpty() && last != null
                        ? PageOrder.unfinished(filling).orElse(page)
                        : page)
                : Addresses.page(draft.id(), ids.getFirst());
    }
}

package jp.madoguchi.portal.answering;

import java.util.Optional;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.platform.problem.Refusal;

/** The pages of a procedure by what stands in an address. */
public final class Pages {

    private Pages() {}

    /** Empty where the procedure has no such page. */
    public static Optional<Page> find(Procedure procedure, String id) {
        return PageId.isValid(id) ? procedure.page(new PageId(id)) : Optional.empty();
    }

    /** @throws Refusal.NotFound if the procedure has no such page */
    public static Page named(Procedure procedure, String id) {
        return find(procedure, id)
                .orElseThrow(() -> new Refusal.NotFound("no-such-page", "この手続きに、このページはありません。"));
    }
}

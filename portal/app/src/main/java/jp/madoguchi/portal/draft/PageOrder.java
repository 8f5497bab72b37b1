package jp.madoguchi.portal.draft;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.Filling;

/**
 * The way through the pages that are asked with the answers so far.
 */
public final class PageOrder {

    private PageOrder() {}

    public static List<PageId> ids(Filling filling) {
        return filling.visiblePages().stream().map(Page::id).toList();
    }

    public static Optional<PageId> after(Filling filling, PageId page) {
        var ids = ids(filling);
        int at = ids.indexOf(page);
        return at >= 0 && at + 1 < ids.size() ? Optional.of(ids.get(at + 1)) : Optional.empty();
    }

    public static Optional<PageId> before(Filling filling, PageId page) {
        var ids = ids(filling);
        int at = ids.indexOf(page);
        return at > 0 ? Optional.of(ids.get(at - 1)) : Optional.empty();
    }

    /** The first ending that the answers lead to. */
    public static Optional<Ending> ending(Filling filling) {
        return ids(filling).stream().flatMap(id -> filling.endingAfter(id).stream()).findFirst();
    }

    /** Where to go on: the first page with something left to do. */
    public static Optional<PageId> unfinished(Filling filling) {
        return ids(filling).stream().filter(id -> !filling.check(id).isEmpty()).findFirst();
    }
}

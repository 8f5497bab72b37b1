package jp.madoguchi.forms.filling;

import java.util.Optional;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Finds the items of a procedure by their paths.
 */
final class Items {

    private Items() {}

    /** The item a path leads to through the repeats it names; none where it leads nowhere. */
    static Optional<Item> find(Procedure procedure, FieldPath path) {
        var items = procedure.pages().stream().flatMap(page -> page.items().stream());
        for (var at : path.within()) {
            items = items.filter(item -> item.id().equals(at.repeat())).filter(Repeat.class::isInstance)
                    .flatMap(item -> ((Repeat) item).items().stream());
        }
        return items.filter(item -> item.id().equals(path.question())).findFirst();
    }
}

package jp.madoguchi.forms.definition;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.condition.Condition;

import org.jspecify.annotations.Nullable;

/**
 * One page of questions.
 */
public record Page(PageId id, Localized title, @Nullable Localized intro, Condition showIf, List<Item> items) {
    public Page {
        items = List.copyOf(items);
    }
}

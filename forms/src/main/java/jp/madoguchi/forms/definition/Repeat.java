package jp.madoguchi.forms.definition;

import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

import org.jspecify.annotations.Nullable;

/**
 * A group of questions asked once per row: each child, each dog. A repeat may stand in a row of another (each child's
 * schools), but not deeper.
 *
 * @param min the fewest rows, 0 or more
 * @param max the most rows, 1 to 400; together with the rows of repeats within, 400 in all
 * @param rowTitle what one row is called: 「お子さん」
 * @param titleFrom the question whose answer names the row, or null
 * @param unique questions to which no two rows may give the same answers, each group taken together
 */
public record Repeat(QuestionId id, Localized label, @Nullable Localized hint, Localized rowTitle, int min, int max,
        @Nullable QuestionId titleFrom, List<List<QuestionId>> unique, Condition showIf, List<Item> items)
        implements
            Item {

    public static final int MOST_ROWS = 400;

    public Repeat {
        if (min < 0 || max < 1 || min > max || max > MOST_ROWS) {
            throw new IllegalArgumentException("rows of " + id + ": " + min + " to " + max);
        }
        unique = unique.stream().map(List::copyOf).toList();
        items = List.copyOf(items);
        if (rowsWithin(max, items) > MOST_ROWS) {
            throw new IllegalArgumentException("more than " + MOST_ROWS + " rows in " + id);
        }
        if (items.stream().anyMatch(item -> item instanceof Repeat inner && inner.isNesting())) {
            throw new IllegalArgumentException("repeats too deep in " + id);
        }
    }

    /** How many rows the repeats in the rows of a repeat can have in all. */
    public static int rowsWithin(int max, List<Item> items) {
        return max * items.stream().mapToInt(item -> item instanceof Repeat inner ? inner.max() : 0).sum();
    }

    /** Whether a repeat stands in its rows. */
    public boolean isNesting() {
        return items.stream().anyMatch(Repeat.class::isInstance);
    }

    /** The item of this id that stands directly in its rows. */
    public Optional<Item> item(QuestionId wanted) {
        return items.stream().filter(item -> item.id().equals(wanted)).findFirst();
    }
}

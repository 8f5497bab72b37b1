package jp.madoguchi.forms.definition;

import java.util.List;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;

import org.jspecify.annotations.Nullable;

/**
 * A group of questions asked once per row: each child, each dog.
 *
 * @param min the fewest rows, 0 or more
 * @param max the most rows, 1 to 400
 * @param rowTitle what one row is called: 「お子さん」
 * @param titleFrom the question whose answer names the row, or null
 */
public record Repeat(QuestionId id, Localized label, @Nullable Localized hint, Localized rowTitle, int min, int max,
        @Nullable QuestionId titleFrom, Condition showIf, List<Question> questions) implements Item {

    public static final int MOST_ROWS = 400;

    public Repeat {
        if (min < 0 || max < 1 || min > max || max > MOST_ROWS) {
            throw new IllegalArgumentException("rows of " + id + ": " + min + " to " + max);
        }
        questions = List.copyOf(questions);
    }
}

package jp.madoguchi.forms.publishing;

import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * What a condition can speak of from where it stands.
 *
 * @param seen what stands before it; null where it is asked only when the whole form is answered
 * @param rows the repeats in whose rows it stands or whose rows it goes through
 * @param counted those of them whose rows it goes through, so that all their questions can be spoken of
 */
record View(@Nullable Set<QuestionId> seen, List<QuestionId> rows, List<QuestionId> counted) {

    /** Outside of rows, when everything is answered. */
    static final View WHOLE = new View(null, List.of(), List.of());

    /** @param seen may still grow */
    static View after(Set<QuestionId> seen, List<QuestionId> rows) {
        return new View(seen, rows, List.of());
    }

    View through(QuestionId repeat, List<QuestionId> around) {
        return new View(seen, QuestionIndex.with(around, repeat), QuestionIndex.with(counted, repeat));
    }

    boolean isBefore(QuestionId id, List<QuestionId> around) {
        return seen == null || seen.contains(id) || around.stream().anyMatch(counted::contains);
    }
}

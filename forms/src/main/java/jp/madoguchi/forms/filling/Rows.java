package jp.madoguchi.forms.filling;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;

/**
 * Finds and changes answers inside rows, and in the rows within those.
 */
final class Rows {

    private static final Answer.Rows NONE = new Answer.Rows(List.of());

    private Rows() {}

    /** The rows of the repeat a path leads to. */
    static Answer.Rows of(Answers answers, FieldPath repeat) {
        return answers(answers, repeat.within()).flatMap(group -> group.get(repeat.question(), Answer.Rows.class))
                .orElse(NONE);
    }

    /** The answers within some rows; none where one of the rows is not there. */
    static Optional<Answers> answers(Answers answers, List<FieldPath.At> within) {
        if (within.isEmpty()) {
            return Optional.of(answers);
        }
        var at = within.getFirst();
        return answers.get(at.repeat(), Answer.Rows.class).flatMap(
                rows -> rows.rows().stream().filter(row -> row.id().equals(at.row())).findFirst())
                .flatMap(row -> answers(row.answers(), within.subList(1, within.size())));
    }

    /** All answers with those within some rows changed; the same where one of the rows is not there. */
    static Answers change(Answers answers, List<FieldPath.At> within, UnaryOperator<Answers> change) {
        if (within.isEmpty()) {
            return change.apply(answers);
        }
        var at = within.getFirst();
        return answers.get(at.repeat(), Answer.Rows.class)
                .map(rows -> answers.with(at.repeat(), rows.with(rows.rows().stream()
                        .map(row -> row.id().equals(at.row())
                                ? new Row(row.id(), change(row.answers(), within.subList(1, within.size()), change))
                                : row)
                        .toList())))
                .orElse(answers);
    }
}

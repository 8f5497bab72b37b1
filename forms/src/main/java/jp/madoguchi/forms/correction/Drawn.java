package jp.madoguchi.forms.correction;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Rule;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Visibility;

/**
 * What a correction draws in besides what was asked for: what is wrong with the corrected answers; what a broken rule speaks of; and
 * where a question comes up to which not every answer can be handed in, or is answered so, also what it is asked because of.
 */
final class Drawn {

    private static final String RULE = "rule-";

    private final Procedure procedure;
    private final Filling corrected;
    private final Visibility before;
    private final Visibility now;
    private final Set<FieldPath> paths = new HashSet<>();

    private Drawn(Filling corrected, Visibility before) {
        this.procedure = corrected.procedure();
        this.corrected = corrected;
        this.before = before;
        this.now = corrected.visibility();
    }

    static Set<FieldPath> into(Filling corrected, Visibility before) {
        var drawn = new Drawn(corrected, before);
        drawn.wrong();
        drawn.procedure.pages().forEach(page -> drawn.comingUp(List.of(), page.items(), drawn.now.effective()));
        return drawn.paths;
    }

    private void wrong() {
        for (var finding : corrected.checkAll()) {
            paths.add(finding.path());
            procedure.rules().stream().filter(rule -> finding.code().equals(RULE + rule.id())).forEach(rule -> {
                draw(finding.path(), rule.holds());
                because(finding.path());
            });
        }
    }

    private void comingUp(List<FieldPath.At> within, List<Item> items, Answers answers) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (now.shows(path) && !before.shows(path) && procedure.rules().stream().map(Rule::at)
                    .anyMatch(item.id()::equals)) {
                because(path);
            }
            if (item instanceof Repeat repeat) {
                answers.get(repeat.id(), Answer.Rows.class).stream().flatMap(rows -> rows.rows().stream())
                        .forEach(row -> comingUp(path.rows(row.id()), repeat.items(), row.answers()));
            }
        }
    }

    /** What the question is asked because of. */
    private void because(FieldPath path) {
        corrected.question(path).map(Question::showIf).ifPresent(condition -> draw(path, condition));
    }

    private void draw(FieldPath from, Condition condition) {
        References.of(condition).forEach(question -> nearest(from, question).ifPresent(paths::add));
    }

    /** In the same row, else in the rows around, else in the form. */
    private Optional<FieldPath> nearest(FieldPath from, QuestionId question) {
        for (int depth = from.within().size(); depth >= 0; depth--) {
            var path = new FieldPath(from.within().subList(0, depth), question);
            if (now.shows(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}

package jp.madoguchi.forms.filling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

import org.jspecify.annotations.Nullable;

/**
 * What is asked with the answers so far. Worked out once, in the order of the form: a condition sees the answers before
 * it, and of those only what is shown, so that nothing hidden comes back through a chain of conditions.
 */
public final class Visibility {

    private final Set<PageId> pages = new HashSet<>();
    private final Set<QuestionId> items = new HashSet<>();
    private final Map<QuestionId, Map<RowId, Set<QuestionId>>> rows = new HashMap<>();
    private final Map<QuestionId, Answer> effective = new LinkedHashMap<>();
    private final Scope scope;
    private Answers all = Answers.NONE;

    private Visibility(@Nullable LocalDate today) {
        scope = new Scope(effective, null, today);
    }

    /** @param today the day of filling in; null where it is not known any more, comparisons with it are then false */
    public static Visibility of(Procedure procedure, Answers answers, @Nullable LocalDate today) {
        var visibility = new Visibility(today);
        procedure.pages().forEach(page -> visibility.walk(page, answers));
        visibility.all = new Answers(visibility.effective);
        return visibility;
    }

    private void walk(Page page, Answers answers) {
        if (!scope.holds(page.showIf())) {
            return;
        }
        pages.add(page.id());
        for (var item : page.items()) {
            if (!scope.holds(item.showIf())) {
                continue;
            }
            items.add(item.id());
            var answer = answers.values().get(item.id());
            if (item instanceof Repeat repeat) {
                if (answer instanceof Answer.Rows(List<Row> of) && !of.isEmpty()) {
                    effective.put(repeat.id(),
                            new Answer.Rows(of.stream().map(row -> walk(repeat, row)).toList()));
                }
            } else if (answer != null) {
                effective.put(item.id(), answer);
            }
        }
    }

    private Row walk(Repeat repeat, Row row) {
        var shown = new HashSet<QuestionId>();
        var answers = new LinkedHashMap<QuestionId, Answer>();
        var within = scope.inRow(answers);
        for (var question : repeat.questions()) {
            if (within.holds(question.showIf())) {
                shown.add(question.id());
                var answer = row.answers().values().get(question.id());
                if (answer != null) {
                    answers.put(question.id(), answer);
                }
            }
        }
        rows.computeIfAbsent(repeat.id(), _ -> new HashMap<>()).put(row.id(), shown);
        return new Row(row.id(), new Answers(answers));
    }

    public boolean shows(PageId page) {
        return pages.contains(page);
    }

    /** Whether a question or repeat outside of repeats is asked. */
    public boolean shows(QuestionId item) {
        return items.contains(item);
    }

    /** Whether a question is asked in a row of a repeat. */
    public boolean shows(QuestionId repeat, RowId row, QuestionId question) {
        return rows.getOrDefault(repeat, Map.of()).getOrDefault(row, Set.of()).contains(question);
    }

    /** The answers without what is hidden. */
    public Answers effective() {
        return all;
    }

    /** The rows of a repeat that is asked, with what is hidden in them dropped. */
    public List<Row> rows(QuestionId repeat) {
        return effective.get(repeat) instanceof Answer.Rows(List<Row> of) ? of : List.of();
    }

    /** Whether a condition holds with all the answers shown. */
    public boolean holds(Condition condition) {
        return scope.holds(condition);
    }

    /** The amount of a term with all the answers shown; null where it is unknown. */
    @Nullable
    BigDecimal amount(Term term) {
        return scope.amount(term);
    }

    /** Whether a condition holds in one of the {@link #rows} of a repeat. */
    public boolean holds(Condition condition, Row row) {
        return scope.inRow(row.answers().values()).holds(condition);
    }

    boolean answers(QuestionId question, @Nullable Row row) {
        return (row == null ? scope : scope.inRow(row.answers().values())).find(question) != null;
    }

    /** The questions of a repeat that are asked in a row. */
    List<Question> questions(Repeat repeat, RowId row) {
        var shown = new ArrayList<Question>();
        for (var question : repeat.questions()) {
            if (shows(repeat.id(), row, question.id())) {
                shown.add(question);
            }
        }
        return shown;
    }
}

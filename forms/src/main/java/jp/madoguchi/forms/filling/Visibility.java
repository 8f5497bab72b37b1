package jp.madoguchi.forms.filling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Repeat;

import org.jspecify.annotations.Nullable;

/**
 * What is asked with the answers so far. Worked out once, in the order of the form: a condition sees the answers before
 * it, and of those only what is shown, so that nothing hidden comes back through a chain of conditions.
 */
public final class Visibility {

    private final Set<PageId> pages = new HashSet<>();
    private final Group form;
    private final Answers typed;
    private final Answers effective;

    /** What is asked in the form, or in one row of a repeat, and what was answered to it. */
    static final class Group {

        private final Scope scope;
        private final Map<QuestionId, Answer> answers;
        private final Set<QuestionId> items = new HashSet<>();
        private final Map<QuestionId, Map<RowId, Group>> rows = new HashMap<>();

        Group(Map<QuestionId, Answer> answers, Scope scope) {
            this.answers = answers;
            this.scope = scope;
        }

        Group within(Map<QuestionId, Answer> own) {
            return new Group(own, scope.inRow(own));
        }

        boolean shows(QuestionId item) {
            return items.contains(item);
        }

        @Nullable
        Answer answer(QuestionId item) {
            return answers.get(item);
        }

        /** What is asked in a row of a repeat that is asked here. */
        Group row(QuestionId repeat, RowId row) {
            return Objects.requireNonNull(Objects.requireNonNull(rows.get(repeat)).get(row));
        }

        Scope scope() {
            return scope;
        }

        @Nullable
        Group at(FieldPath.At at) {
            var of = rows.get(at.repeat());
            return of == null ? null : of.get(at.row());
        }
    }

    private Visibility(Procedure procedure, Answers typed, @Nullable LocalDate today) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        this.typed = typed;
        form = new Group(answers, new Scope(answers, null, today));
        for (var page : procedure.pages()) {
            walk(page);
        }
        effective = new Answers(answers);
    }

    /** @param today the day of filling in; null where it is not known any more, comparisons with it are then false */
    public static Visibility of(Procedure procedure, Answers answers, @Nullable LocalDate today) {
        return new Visibility(procedure, answers, today);
    }

    private void walk(Page page) {
        if (form.scope.holds(page.showIf())) {
            pages.add(page.id());
            walk(form, page.items(), typed);
        }
    }

    private static void walk(Group group, List<Item> items, Answers typed) {
        for (var item : items) {
            if (!group.scope.holds(item.showIf())) {
                continue;
            }
            group.items.add(item.id());
            var answer = typed.values().get(item.id());
            if (item instanceof Repeat repeat) {
                if (answer instanceof Answer.Rows of && of.used() > 0) {
                    group.answers.put(repeat.id(), of.with(walk(group, repeat, of.rows())));
                }
            } else if (answer != null) {
                group.answers.put(item.id(), answer);
            }
        }
    }

    private static List<Row> walk(Group outer, Repeat repeat, List<Row> of) {
        var rows = new ArrayList<Row>(of.size());
        var groups = new HashMap<RowId, Group>();
        for (var row : of) {
            var group = outer.within(new LinkedHashMap<>());
            walk(group, repeat.items(), row.answers());
            groups.put(row.id(), group);
            rows.add(new Row(row.id(), new Answers(group.answers)));
        }
        outer.rows.put(repeat.id(), groups);
        return rows;
    }

    public boolean shows(PageId page) {
        return pages.contains(page);
    }

    /** Whether a question or repeat outside of repeats is asked. */
    public boolean shows(QuestionId item) {
        return form.items.contains(item);
    }

    /** Whether what a path leads to is asked. */
    public boolean shows(FieldPath path) {
        var group = find(path.within());
        return group != null && group.items.contains(path.question());
    }

    /** The answers without what is hidden. */
    public Answers effective() {
        return effective;
    }

    /** The rows of the repeat that a path leads to, if it is asked, with what is hidden in them dropped. */
    public List<Row> rows(FieldPath repeat) {
        var group = find(repeat.within());
        return group != null && group.answers.get(repeat.question()) instanceof Answer.Rows of
                ? of.rows()
                : List.of();
    }

    /** The answer shown to a question seen from within some rows; null where there is none. */
    @Nullable
    Answer find(QuestionId question, List<FieldPath.At> within) {
        return scope(within).find(question);
    }

    /** Whether a condition holds with all the answers shown. */
    public boolean holds(Condition condition) {
        return form.scope.holds(condition);
    }

    /**
     * Whether a condition holds as seen from within some rows. In a row that is not asked itself it sees all that was
     * typed there.
     */
    public boolean holds(Condition condition, List<FieldPath.At> within) {
        return scope(within).holds(condition);
    }

    /** The amount of a term with all the answers shown; null where it is unknown. */
    @Nullable
    BigDecimal amount(Term term) {
        return form.scope.amount(term);
    }

    /** The day of a term with all the answers shown; null where it is unknown or there is no term. */
    @Nullable
    LocalDate day(@Nullable Term term) {
        return term != null && form.scope.value(term) instanceof LocalDate day ? day : null;
    }

    /**
     * The day that a term stands for where a condition holds, in the form or, if it is unknown there, the earliest or latest in
     * any row; null where it is unknown everywhere.
     */
    @Nullable
    LocalDate day(Term term, Condition when, boolean latest) {
        return day(form, term, when, latest);
    }

    private static @Nullable LocalDate day(Group group, Term term, Condition when, boolean latest) {
        if (group.scope.value(term) instanceof LocalDate day) {
            return group.scope.holds(when) ? day : null;
        }
        LocalDate found = null;
        for (var rows : group.rows.values()) {
            for (var row : rows.values()) {
                var day = day(row, term, when, latest);
                found = found == null || (day != null && (latest ? day.isAfter(found) : day.isBefore(found)))
                        ? day
                        : found;
            }
        }
        return found;
    }

    /** What is asked outside of repeats. */
    Group form() {
        return form;
    }

    private @Nullable Group find(List<FieldPath.At> within) {
        var group = form;
        for (var at : within) {
            group = group == null ? null : group.at(at);
        }
        return group;
    }

    private Scope scope(List<FieldPath.At> within) {
        if (within.isEmpty()) {
            return form.scope;
        }
        var group = find(within);
        return group != null
                ? group.scope
                : scope(within.subList(0, within.size() - 1)).inRow(
                        Rows.answers(typed, within).map(Answers::values).orElse(Map.of()));
    }
}

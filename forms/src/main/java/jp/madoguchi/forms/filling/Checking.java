package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Rule;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.field.Flaw;
import jp.madoguchi.forms.field.Reading;
import jp.madoguchi.forms.field.Typed;
import jp.madoguchi.forms.japanese.Digits;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a filling as it stands.
 */
final class Checking {

    private final Filling filling;
    private final Visibility shown;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<QuestionId, List<Rule>> rules = new HashMap<>();

    Checking(Filling filling) {
        this.filling = filling;
        shown = filling.visibility();
        filling.procedure().rules()
                .forEach(rule -> rules.computeIfAbsent(rule.at(), _ -> new ArrayList<>()).add(rule));
    }

    static Finding finding(FieldPath path, Flaw flaw) {
        return new Finding(path, path.field(flaw.part()), flaw.code(), flaw.message());
    }

    List<Finding> all() {
        filling.procedure().pages().forEach(this::page);
        return findings;
    }

    List<Finding> only(Page page) {
        page(page);
        return findings;
    }

    private void page(Page page) {
        if (!shown.shows(page.id())) {
            return;
        }
        items(List.of(), page.items(), shown.form());
    }

    private void items(List<FieldPath.At> within, List<Item> items, Visibility.Group group) {
        for (var item : items) {
            if (group.shows(item.id())) {
                var path = new FieldPath(within, item.id());
                var answer = group.answer(item.id());
                switch (item) {
                    case Question question -> question(path, question, answer);
                    case Repeat repeat -> repeat(path, repeat, answer instanceof Answer.Rows of ? of.rows() : List.of(),
                            group);
                }
                rules.getOrDefault(item.id(), List.of()).forEach(rule -> rule(rule, path, item, group.scope()));
            }
        }
    }

    private void repeat(FieldPath path, Repeat repeat, List<Row> rows, Visibility.Group group) {
        if (rows.size() < repeat.min()) {
            findings.add(Findings.tooFewRows(path, repeat));
        }
        if (rows.size() > repeat.max()) {
            findings.add(Findings.tooManyRows(path, repeat));
        }
        rows.forEach(row -> items(path.rows(row.id()), repeat.items(), group.row(repeat.id(), row.id())));
        findings.addAll(SameRows.of(path, repeat, rows));
    }

    private void question(FieldPath path, Question question, @Nullable Answer answer) {
        if (!QuestionField.of(question.kind()).hasAnswer()) {
            return;
        }
        var pending = pending(path, question);
        if (pending != null) {
            switch (Fields.read(question, pending, filling.today())) {
                case Reading.NotUnderstood(List<Flaw> flaws, Typed _) ->
                    flaws.forEach(flaw -> findings.add(finding(path, flaw)));
                case Reading.Understood _,Reading.Nothing _ -> findings.add(Findings.confirm(path, question));
            }
            return;
        }
        if (answer == null || saysNothing(answer)) {
            if (question.required()) {
                findings.add(Findings.required(path, question));
            }
            return;
        }
        Fields.check(question, answer, filling.today()).forEach(flaw -> findings.add(finding(path, flaw)));
    }

    /** Whatever way it was stored. */
    private static boolean saysNothing(Answer answer) {
        return switch (answer) {
            case Answer.Files(var files) -> files.isEmpty();
            case Answer.Text(var text) -> Digits.isBlank(text);
            default -> false;
        };
    }

    private @Nullable Typed pending(FieldPath path, Question question) {
        if (filling.pending().fields().isEmpty()) {
            return null;
        }
        var typed = new LinkedHashMap<String, List<String>>();
        for (var part : Fields.parts(question.kind())) {
            var field = path.field(part);
            if (filling.pending().has(field)) {
                typed.put(part, filling.pending().all(field));
            }
        }
        return typed.isEmpty() ? null : new Typed(typed);
    }

    /** A rule speaks only where everything it speaks of is shown and answered. */
    private void rule(Rule rule, FieldPath path, Item item, Scope scope) {
        // A rule about all rows waits until each of them is complete.
        if (item instanceof Repeat && findings.stream().anyMatch(finding -> finding.path().isWithin(path))) {
            return;
        }
        if (scope.find(rule.at()) == null
                || References.compared(rule.holds()).stream().anyMatch(other -> scope.find(other) == null)) {
            return;
        }
        if (!scope.holds(rule.holds())) {
            var part = item instanceof Question question ? QuestionField.of(question.kind()).firstPart() : "";
            findings.add(new Finding(path, path.field(part), "rule-" + rule.id(), rule.message()));
        }
    }
}

package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.definition.Rule;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.field.Flaw;
import jp.madoguchi.forms.field.Reading;
import jp.madoguchi.forms.field.Typed;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a filling as it stands.
 */
final class Checking {

    private final Filling filling;
    private final Visibility shown;
    private final List<Finding> findings = new ArrayList<>();

    Checking(Filling filling) {
        this.filling = filling;
        shown = filling.visibility();
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
        items(List.of(), page.items());
    }

    private void items(List<FieldPath.At> within, List<Item> items) {
        var answers = shown.answers(within);
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (shown.shows(path)) {
                switch (item) {
                    case Question question -> question(path, question, answers.get(question.id()));
                    case Repeat repeat -> repeat(path, repeat);
                }
                rules(path, item);
            }
        }
    }

    private void repeat(FieldPath path, Repeat repeat) {
        var rows = shown.rows(path);
        if (rows.size() < repeat.min()) {
            findings.add(Messages.tooFewRows(path, repeat));
        }
        if (rows.size() > repeat.max()) {
            findings.add(Messages.tooManyRows(path, repeat));
        }
        rows.forEach(row -> items(path.rows(row.id()), repeat.items()));
        findings.addAll(SameRows.of(path, repeat, rows));
    }

    private void question(FieldPath path, Question question, @Nullable Answer answer) {
        if (question.kind() instanceof QuestionKind.Information) {
            return;
        }
        var pending = pending(path, question);
        if (pending != null) {
            switch (Fields.read(question, pending, filling.today())) {
                case Reading.NotUnderstood(List<Flaw> flaws, Typed _) ->
                    flaws.forEach(flaw -> findings.add(finding(path, flaw)));
                case Reading.Understood _,Reading.Nothing _ -> findings.add(Messages.confirm(path, question));
            }
            return;
        }
        if (answer == null || (answer instanceof Answer.Files(var files) && files.isEmpty())) {
            if (question.required()) {
                findings.add(Messages.required(path, question));
            }
            return;
        }
        Fields.check(question, answer, filling.today()).forEach(flaw -> findings.add(finding(path, flaw)));
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

    private void rules(FieldPath path, Item item) {
        for (var rule : filling.procedure().rules()) {
            if (rule.at().equals(item.id())) {
                // A rule about all rows waits until each of them is complete.
                if (item instanceof Repeat && findings.stream().anyMatch(finding -> finding.path().isWithin(path))) {
                    continue;
                }
                rule(rule, path, item);
            }
        }
    }

    /** A rule speaks only where everything it speaks of is shown and answered. */
    private void rule(Rule rule, FieldPath path, Item item) {
        if (!shown.answers(rule.at(), path.within()) || References.compared(rule.holds()).stream()
                .anyMatch(other -> !shown.answers(other, path.within()))) {
            return;
        }
        if (!shown.holds(rule.holds(), path.within())) {
            var part = item instanceof Question question ? Fields.firstPart(question.kind()) : "";
            findings.add(new Finding(path, path.field(part), "rule-" + rule.id(), rule.message()));
        }
    }
}

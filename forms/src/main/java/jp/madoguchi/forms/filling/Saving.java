package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.Fields;
import jp.madoguchi.forms.field.Flaw;
import jp.madoguchi.forms.field.Reading;
import jp.madoguchi.forms.field.Typed;

/**
 * One posted page on its way into a filling.
 */
final class Saving {

    /** More than the largest page (400 rows) can hold; beyond it nothing is read. */
    static final int MOST_FIELDS = 40_000;
    private static final int MOST_UNKNOWN = 10;
    /** More than any list of options has. */
    private static final int MOST_VALUES = 500;

    private final Filling before;
    private final Page page;
    private final Entries posted;
    private final Visibility shownBefore;
    private final Map<String, List<String>> pending;
    private final Map<FieldPath, List<Flaw>> flaws = new HashMap<>();
    private final Set<FieldPath> present = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<FieldPath> ticked = new HashSet<>();

    private Saving(Filling before, Page page, Entries posted) {
        this.before = before;
        this.page = page;
        this.posted = posted;
        shownBefore = before.visibility();
        pending = new LinkedHashMap<>(before.pending().fields());
    }

    static Filling.Saved save(Filling filling, Page page, Entries posted) {
        if (posted.fields().size() > MOST_FIELDS) {
            return new Filling.Saved(filling, List.of(Findings.tooManyFields(Filling.pathOf(page))));
        }
        return new Saving(filling, page, posted).run();
    }

    private Filling.Saved run() {
        var answers = take(List.of(), page.items(), before.answers());
        var after = SameAnswers.follow(before,
                new Filling(before.procedure(), answers, new Entries(pending), before.today()), ticked, present);
        return new Filling.Saved(after, findings(after));
    }

    private Answers take(List<FieldPath.At> within, List<Item> items, Answers former) {
        var answers = new LinkedHashMap<>(former.values());
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            switch (item) {
                case Question question -> take(path, question, answers, shownBefore.shows(path));
                case Repeat repeat -> {
                    if (answers.get(repeat.id()) instanceof Answer.Rows rows) {
                        answers.put(repeat.id(), rows.with(rows.rows().stream().map(row -> new Row(row.id(),
                                take(path.rows(row.id()), repeat.items(), row.answers()))).toList()));
                    }
                }
            }
        }
        return new Answers(answers);
    }

    private void take(FieldPath path, Question question, Map<QuestionId, Answer> answers, boolean wasShown) {
        var parts = Fields.parts(question.kind());
        if (parts.isEmpty()) {
            return;
        }
        if (question.sameAs() != null) {
            var same = path.field(Filling.SAME);
            known.add(same);
            if (posted.all(same).contains("yes")) {
                ticked.add(path);
            }
        }
        var typed = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            var field = path.field(part);
            known.add(field);
            if (posted.has(field)) {
                typed.put(part, posted.all(field).stream().limit(MOST_VALUES).toList());
            }
        }
        // A question that was not on the page as shown keeps its answer; one that was and is not posted was cleared:
        // that is how browsers say that no box is ticked.
        if (typed.isEmpty() && !wasShown) {
            return;
        }
        if (!typed.isEmpty()) {
            present.add(path);
        }
        answers.remove(question.id());
        parts.forEach(part -> pending.remove(path.field(part)));
        switch (Fields.read(question, new Typed(typed), before.today())) {
            case Reading.Nothing() -> {
            }
            case Reading.Understood(Answer answer) -> answers.put(question.id(), answer);
            // What stands beside the tick is what it was before the tick was set.
            case Reading.NotUnderstood _ when ticked.contains(path) -> {
            }
            case Reading.NotUnderstood(List<Flaw> found, Typed kept) -> {
                flaws.put(path, found);
                kept.parts().forEach((part, values) -> {
                    if (!values.isEmpty()) {
                        pending.put(path.field(part), values);
                    }
                });
            }
        }
    }

    private List<Finding> findings(Filling after) {
        var findings = new ArrayList<Finding>();
        var told = new HashSet<FieldPath>();
        for (var finding : after.check(page.id())) {
            var found = flaws.remove(finding.path());
            if (found != null) {
                found.forEach(flaw -> findings.add(Checking.finding(finding.path(), flaw)));
                told.add(finding.path());
            } else if (!told.contains(finding.path())) {
                findings.add(isNew(finding) ? askedNow(finding) : finding);
            }
        }
        // What was refused outright (a My Number) leaves nothing behind for the check to see.
        var shown = after.visibility();
        flaws.forEach((path, found) -> {
            if (shown.shows(path)) {
                found.forEach(flaw -> findings.add(Checking.finding(path, flaw)));
            }
        });
        posted.fields().keySet().stream().filter(field -> !known.contains(field)).limit(MOST_UNKNOWN)
                .forEach(field -> findings.add(Findings.unknownField(Filling.pathOf(page), field)));
        return findings;
    }

    private boolean isNew(Finding finding) {
        return finding.code().equals("required") && !present.contains(finding.path())
                && !shownBefore.shows(finding.path());
    }

    private Finding askedNow(Finding finding) {
        return before.procedure().item(finding.path().question()).filter(Question.class::isInstance)
                .map(Question.class::cast).map(question -> Findings.askedNow(finding.path(), question)).orElse(finding);
    }
}

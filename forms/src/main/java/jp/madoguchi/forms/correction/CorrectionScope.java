package jp.madoguchi.forms.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Visibility;
import jp.madoguchi.forms.reading.AnswerChange;

/**
 * What a correction (補正, 行政手続法 7条) may change: what was asked for, what is asked only because of that, and what would be
 * wrong beside it if it stayed as handed in, with all on which that hangs: there is always a way to an end. The same rule holds at the portal and where the correction is taken over.
 */
public final class CorrectionScope {

    private final Procedure procedure;
    private final Answers handedIn;
    private final Visibility shown;
    private final Set<FieldPath> asked = new HashSet<>();
    private final boolean whole;
    private final LocalDate today;

    private CorrectionScope(Procedure procedure, Answers handedIn, List<String> fields, LocalDate today) {
        this.procedure = procedure;
        this.handedIn = new Filling(procedure, handedIn, Entries.NONE, today).answers();
        this.shown = Visibility.of(procedure, this.handedIn, today);
        this.whole = fields.isEmpty();
        this.today = today;
        for (var field : fields) {
            try {
                asked.add(FieldPath.parse(field));
            } catch (IllegalArgumentException notPath) {
                // What leads nowhere opens nothing.
                continue;
            }
        }
    }

    /**
     * @param handedIn the answers as they were handed in last
     * @param fields paths of the answers in question, of a repeat for all its rows; empty where everything is open
     * @param today the day of the correction, in the city's time zone
     */
    public static CorrectionScope of(Procedure procedure, Answers handedIn, List<String> fields, LocalDate today) {
        return new CorrectionScope(procedure, handedIn, fields, today);
    }

    public Answers handedIn() {
        return handedIn;
    }

    /** What may be changed with the answers as they are now. */
    public Predicate<FieldPath> openWith(Answers now) {
        if (whole) {
            return path -> true;
        }
        var drawn = new HashSet<FieldPath>();
        Predicate<FieldPath> open = path -> isAskedFor(path) || drawn.contains(path)
                || drawn.stream().anyMatch(path::isWithin);
        // What is opened may, answered, be wrong itself or bring up more: until nothing more comes.
        while (drawn.addAll(Drawn.into(new Filling(procedure, merge(now, open), Entries.NONE, today), shown))) {
            continue;
        }
        return open;
    }

    /** What is open besides what was asked for: questions that come up with the answers as they are now, in the order of the form. */
    public List<FieldPath> broughtUp(Answers now) {
        var open = openWith(now);
        var shownNow = new Filling(procedure, now, Entries.NONE, today).visibility();
        var found = new ArrayList<FieldPath>();
        if (!whole) {
            procedure.pages().forEach(page -> broughtUp(List.of(), page.items(), shownNow.effective(),
                    path -> shownNow.shows(path) && open.test(path) && !asked.contains(path)
                            && asked.stream().noneMatch(path::isWithin),
                    found));
        }
        return found;
    }

    private static void broughtUp(List<FieldPath.At> within, List<Item> items, Answers answers,
            Predicate<FieldPath> isNew, List<FieldPath> found) {
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            switch (item) {
                case Question question -> {
                    if (QuestionField.of(question.kind()).hasAnswer() && isNew.test(path)) {
                        found.add(path);
                    }
                }
                case Repeat repeat -> answers.get(repeat.id(), Answer.Rows.class).stream()
                        .flatMap(rows -> rows.rows().stream()).forEach(row -> broughtUp(path.rows(row.id()),
                                repeat.items(), row.answers(), isNew, found));
            }
        }
    }

    /** The filling with everything put back that may not be changed. */
    public Filling keep(Filling now) {
        if (whole) {
            return now;
        }
        var open = openWith(now.answers());
        var pending = new LinkedHashMap<>(now.pending().fields());
        pending.keySet().removeIf(field -> isClosed(now, field, open));
        return new Filling(procedure, merge(now.answers(), open), new Entries(pending), now.today());
    }

    /** What was changed that may not be, as effective answers tell; empty where all is well. */
    public List<AnswerChange> beyond(Answers now) {
        var corrected = new Filling(procedure, now, Entries.NONE, today);
        return AnswerChange.between(procedure, keep(corrected).effectiveAnswers(), corrected.effectiveAnswers());
    }

    /** What was changed at all. */
    public List<AnswerChange> changes(Answers now) {
        return AnswerChange.between(procedure, shown.effective(),
                new Filling(procedure, now, Entries.NONE, today).effectiveAnswers());
    }

    private boolean isAskedFor(FieldPath path) {
        return asked.contains(path) || !shown.shows(path) || asked.stream().anyMatch(path::isWithin);
    }

    /** A posted field is named like its question, or like it with a part. */
    private static boolean isClosed(Filling now, String field, Predicate<FieldPath> open) {
        for (int end = field.length(); end > 0; end = field.lastIndexOf('.', end - 1)) {
            try {
                var path = FieldPath.parse(field.substring(0, end));
                if (now.question(path).isPresent()) {
                    return !open.test(path);
                }
            } catch (IllegalArgumentException longer) {
                // Not a path yet: a part is still at its end.
                continue;
            }
        }
        return false;
    }

    private Answers merge(Answers now, Predicate<FieldPath> open) {
        var merged = now;
        for (var page : procedure.pages()) {
            merged = merge(List.of(), page.items(), handedIn, merged, open);
        }
        return merged;
    }

    private static Answers merge(List<FieldPath.At> within, List<Item> items, Answers then, Answers now,
            Predicate<FieldPath> open) {
        Map<QuestionId, Answer> merged = new LinkedHashMap<>(now.values());
        for (var item : items) {
            var path = new FieldPath(within, item.id());
            if (open.test(path)) {
                continue;
            }
            var before = then.values().get(item.id());
            if (before == null) {
                merged.remove(item.id());
                continue;
            }
            merged.put(item.id(), switch (item) {
                case Question _ -> before;
                case Repeat repeat -> before instanceof Answer.Rows rows
                        ? rows(path, repeat, rows, now.get(repeat.id(), Answer.Rows.class).orElse(rows), open)
                        : before;
            });
        }
        return new Answers(merged);
    }

    private static Answer.Rows rows(FieldPath path, Repeat repeat, Answer.Rows then, Answer.Rows now,
            Predicate<FieldPath> open) {
        var present = new LinkedHashMap<RowId, Answers>();
        now.rows().forEach(row -> present.put(row.id(), row.answers()));
        return then.with(then.rows().stream().map(row -> new Row(row.id(), merge(path.rows(row.id()), repeat.items(),
                row.answers(), present.getOrDefault(row.id(), row.answers()), open))).toList());
    }
}

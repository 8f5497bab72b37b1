package jp.madoguchi.forms.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Compares two documents answer by answer; rows are matched by their ids, rows that went away come after those there.
 */
final class Differences {

    private static final AnswerWords WORDS = new AnswerWords(Language.JA);

    private Differences() {}

    static List<AnswerChange> between(Procedure procedure, Answers before, Answers after) {
        var changes = new ArrayList<AnswerChange>();
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                compare(page.title().ja(), List.of(), item, before, after, changes);
            }
        }
        return changes;
    }

    private static void compare(String section, List<FieldPath.At> within, Item item, Answers before, Answers after,
            List<AnswerChange> changes) {
        switch (item) {
            case Question question ->
                compare(section, new FieldPath(within, question.id()), question, before, after, changes);
            case Repeat repeat -> {
                var old = rows(before, repeat);
                var now = rows(after, repeat);
                var path = new FieldPath(within, repeat.id());
                var all = new LinkedHashMap<>(now);
                old.forEach(all::putIfAbsent);
                int number = 0;
                for (var row : all.keySet()) {
                    number++;
                    var title = repeat.rowTitle().ja() + " " + number
                            + (!now.containsKey(row) ? "（取消）" : !old.containsKey(row) ? "（追加）" : "");
                    for (var inner : repeat.items()) {
                        compare(within.isEmpty() ? title : section + " → " + title, path.rows(row), inner,
                                old.getOrDefault(row, Answers.NONE), now.getOrDefault(row, Answers.NONE), changes);
                    }
                }
            }
        }
    }

    private static void compare(String section, FieldPath path, Question question, Answers before, Answers after,
            List<AnswerChange> changes) {
        var old = before.values().get(question.id());
        var now = after.values().get(question.id());
        if (same(old, now)) {
            return;
        }
        changes.add(new AnswerChange(path, section, question.label().ja(),
                old == null ? "" : WORDS.say(question.kind(), old),
                now == null ? "" : WORDS.say(question.kind(), now)));
    }

    /** Files are the same where their content is; where they are kept does not matter. */
    private static boolean same(@org.jspecify.annotations.Nullable Answer a,
            @org.jspecify.annotations.Nullable Answer b) {
        if (a instanceof Answer.Files(var some) && b instanceof Answer.Files(var others)) {
            return some.stream().map(Answer.FileRef::sha256).toList()
                    .equals(others.stream().map(Answer.FileRef::sha256).toList());
        }
        if (a instanceof Answer.FilledIn one && b instanceof Answer.FilledIn other) {
            return one.saysTheSame(other);
        }
        return Objects.equals(a, b);
    }

    private static Map<RowId, Answers> rows(Answers answers, Repeat repeat) {
        var rows = new LinkedHashMap<RowId, Answers>();
        answers.get(repeat.id(), Answer.Rows.class)
                .ifPresent(found -> found.rows().forEach(row -> rows.put(row.id(), row.answers())));
        return rows;
    }
}

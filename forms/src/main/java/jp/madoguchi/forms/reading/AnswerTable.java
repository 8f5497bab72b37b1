package jp.madoguchi.forms.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.field.QuestionField;

/**
 * Applications as rows for a spreadsheet. Columns are keyed by question id, so that they stay the same across versions:
 * those of the newest version come first, those that only older versions had come after them.
 *
 * @param columns in order
 * @param rows one per application, each with a text per column; empty where there is no answer
 */
public record AnswerTable(List<Column> columns, List<List<String>> rows) {

    private static final AnswerWords WORDS = new AnswerWords(Language.JA);

    public AnswerTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * One column.
     *
     * @param key stable: {@code claimant-name}, {@code children.2.child-name} for the second row of a repeat,
     * {@code guardians.1.works.2.employer} in a row of a row
     */
    public record Column(String key, String label) {}

    /** One application with the version it was filled in. */
    public record Filed(Procedure version, Answers answers) {}

    /**
     * @param versions the versions that may occur, oldest first
     * @param filed the applications; a repeat has as many columns as the longest of them has rows
     */
    public static AnswerTable of(List<Procedure> versions, List<Filed> filed) {
        var longest = new HashMap<String, Integer>();
        filed.forEach(each -> measure("", each.answers(), longest));
        var columns = new LinkedHashMap<String, Column>();
        for (var version : versions.reversed()) {
            version.pages().forEach(page -> page.items().forEach(item -> columns("", "", item, longest, columns)));
        }
        var order = List.copyOf(columns.values());
        var rows = new ArrayList<List<String>>();
        for (var each : filed) {
            var cells = cells(each);
            rows.add(order.stream().map(column -> cells.getOrDefault(column.key(), "")).toList());
        }
        return new AnswerTable(order, rows);
    }

    /** The most rows anyone has in each repeat, and in each repeat of each row of one. */
    private static void measure(String prefix, Answers answers, Map<String, Integer> longest) {
        answers.values().forEach((id, answer) -> {
            if (answer instanceof Answer.Rows(var rows, var _)) {
                longest.merge(prefix + id, rows.size(), Math::max);
                for (int row = 0; row < rows.size(); row++) {
                    measure(prefix + id + "." + (row + 1) + ".", rows.get(row).answers(), longest);
                }
            }
        });
    }

    private static void columns(String prefix, String title, Item item, Map<String, Integer> longest,
            Map<String, Column> columns) {
        switch (item) {
            case Question question -> column(prefix + question.id(), question, title, columns);
            case Repeat repeat -> {
                for (int row = 1; row <= longest.getOrDefault(prefix + repeat.id(), 0); row++) {
                    for (var inner : repeat.items()) {
                        columns(prefix + repeat.id() + "." + row + ".", title + repeat.rowTitle().ja() + row + " ",
                                inner, longest, columns);
                    }
                }
            }
        }
    }

    private static void column(String key, Question question, String prefix, Map<String, Column> columns) {
        if (QuestionField.of(question.kind()).hasAnswer()) {
            columns.putIfAbsent(key, new Column(key, prefix + question.label().ja()));
        }
    }

    private static Map<String, String> cells(Filed filed) {
        var cells = new HashMap<String, String>();
        cells("", filed.version(), filed.answers(), cells);
        return cells;
    }

    private static void cells(String prefix, Procedure version, Answers answers, Map<String, String> cells) {
        answers.values().forEach((id, answer) -> {
            if (answer instanceof Answer.Rows(var rows, var _)) {
                for (int row = 0; row < rows.size(); row++) {
                    cells(prefix + id + "." + (row + 1) + ".", version, rows.get(row).answers(), cells);
                }
            } else {
                cells.put(prefix + id, say(version, id, answer));
            }
        });
    }

    private static String say(Procedure version, QuestionId id, Answer answer) {
        return version.item(id).filter(Question.class::isInstance).map(Question.class::cast)
                .map(question -> WORDS.say(question.kind(), answer)).orElse("");
    }
}

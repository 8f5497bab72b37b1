package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Finds rows that say the same as one before them where the form wants each to be different. Texts and names are compared
 * as people read them (full or half width, kana, spaces); a row that leaves one of the questions open is not compared.
 */
final class SameRows {

    private SameRows() {}

    static List<Finding> of(FieldPath path, Repeat repeat, List<Row> rows) {
        var findings = new ArrayList<Finding>();
        for (var group : repeat.unique()) {
            var first = new HashMap<List<Object>, Integer>();
            for (int number = 0; number < rows.size(); number++) {
                var row = rows.get(number);
                var said = said(group, row);
                var earlier = said == null ? null : first.putIfAbsent(said, number);
                if (earlier != null && repeat.item(group.getFirst()).orElse(null) instanceof Question question) {
                    findings.add(Findings.sameAs(path.in(row.id(), question.id()), question, repeat, earlier + 1));
                }
            }
        }
        return findings;
    }

    private static @org.jspecify.annotations.Nullable List<Object> said(List<QuestionId> group, Row row) {
        var said = new ArrayList<>();
        for (var question : group) {
            var answer = row.answers().values().get(question);
            if (answer == null) {
                return null;
            }
            said.add(comparable(answer));
        }
        return said;
    }

    private static Object comparable(Answer answer) {
        return switch (answer) {
            case Answer.Number(var number) -> number.stripTrailingZeros();
            case Answer.Files(var files) -> files.stream().map(Answer.FileRef::sha256).toList();
            default -> SameApplication.text(answer).<Object>map(text -> text).orElse(answer);
        };
    }
}

package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.Repeat;

import org.jspecify.annotations.Nullable;

/**
 * Finds rows that say the same as one before them where the form wants each to be different. Answers are compared
 * as people read them ({@link Said}); a row that leaves one of the questions open is not compared.
 */
final class SameRows {

    private SameRows() {}

    static List<Finding> of(FieldPath path, Repeat repeat, List<Row> rows) {
        var findings = new ArrayList<Finding>();
        for (var group : repeat.unique()) {
            var earlier = new LinkedHashMap<Integer, List<Said>>();
            for (int number = 0; number < rows.size(); number++) {
                var row = rows.get(number);
                var said = said(group, row);
                if (said == null) {
                    continue;
                }
                var first = earlier.entrySet().stream().filter(each -> same(each.getValue(), said)).findFirst();
                if (first.isEmpty()) {
                    earlier.put(number, said);
                } else if (repeat.item(group.getFirst()).orElse(null) instanceof Question question) {
                    findings.add(Findings.sameAs(path.in(row.id(), question.id()), question, repeat,
                            first.get().getKey() + 1));
                }
            }
        }
        return findings;
    }

    private static boolean same(List<Said> one, List<Said> other) {
        return IntStream.range(0, one.size()).allMatch(index -> one.get(index).isSameAs(other.get(index)));
    }

    private static @Nullable List<Said> said(List<QuestionId> group, Row row) {
        var said = new ArrayList<Said>();
        for (var question : group) {
            var answer = row.answers().values().get(question);
            if (answer == null) {
                return null;
            }
            said.add(Said.of(answer));
        }
        return said;
    }
}

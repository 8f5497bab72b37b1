package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Rows that come and go. Row ids are {@code r1}, {@code r2} …, one above the highest there is.
 */
final class RowMoves {

    private RowMoves() {}

    static Filling add(Filling filling, QuestionId repeat) {
        return repeat(filling.procedure(), repeat).map(found -> {
            var rows = rows(filling.answers(), repeat);
            if (rows.size() >= found.max()) {
                return filling;
            }
            var more = new ArrayList<>(rows);
            more.add(new Row(next(rows), Answers.NONE));
            return filling.with(filling.answers().with(repeat, new Answer.Rows(more)));
        }).orElse(filling);
    }

    static Filling remove(Filling filling, QuestionId repeat, RowId row) {
        var rows = rows(filling.answers(), repeat);
        var rest = rows.stream().filter(each -> !each.id().equals(row)).toList();
        if (rest.size() == rows.size()) {
            return filling;
        }
        var pending = new LinkedHashMap<>(filling.pending().fields());
        pending.keySet().removeIf(field -> field.startsWith(repeat + "." + row + "."));
        return new Filling(filling.procedure(), filling.answers().with(repeat, new Answer.Rows(rest)),
                new Entries(pending), filling.today());
    }

    /** Every repeat has at least its fewest rows, so that a form always has something to fill in. */
    static Answers withFewestRows(Procedure procedure, Answers answers) {
        var padded = answers;
        for (var page : procedure.pages()) {
            for (var item : page.items()) {
                if (item instanceof Repeat repeat && rows(padded, repeat.id()).size() < repeat.min()) {
                    var rows = new ArrayList<>(rows(padded, repeat.id()));
                    while (rows.size() < repeat.min()) {
                        rows.add(new Row(next(rows), Answers.NONE));
                    }
                    padded = padded.with(repeat.id(), new Answer.Rows(rows));
                }
            }
        }
        return padded;
    }

    static List<Row> rows(Answers answers, QuestionId repeat) {
        return answers.get(repeat, Answer.Rows.class).map(Answer.Rows::rows).orElse(List.of());
    }

    private static Optional<Repeat> repeat(Procedure procedure, QuestionId id) {
        return procedure.item(id).filter(Repeat.class::isInstance).map(Repeat.class::cast);
    }

    private static RowId next(List<Row> rows) {
        int highest = rows.stream().map(row -> row.id().value()).filter(id -> id.matches("r[0-9]{1,6}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1))).max().orElse(0);
        return new RowId("r" + (highest + 1));
    }
}

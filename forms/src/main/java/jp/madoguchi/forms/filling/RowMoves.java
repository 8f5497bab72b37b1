package jp.madoguchi.forms.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Repeat;

/**
 * Rows that come and go. Row ids are {@code r1}, {@code r2} …, and no id is ever given out twice in one repeat.
 */
final class RowMoves {

    private RowMoves() {}

    static Filling add(Filling filling, FieldPath path) {
        return repeat(filling.procedure(), path).filter(repeat -> filling.hasPlace(path)).map(repeat -> {
            var rows = Rows.of(filling.answers(), path);
            return rows.rows().size() >= repeat.max() || isUsedUp(rows)
                    ? filling
                    : put(filling, path, withOneMore(repeat, rows), filling.pending());
        }).orElse(filling);
    }

    static Filling remove(Filling filling, FieldPath path, RowId row) {
        var rows = Rows.of(filling.answers(), path);
        var rest = rows.rows().stream().filter(each -> !each.id().equals(row)).toList();
        if (rest.size() == rows.rows().size()) {
            return filling;
        }
        var pending = new LinkedHashMap<>(filling.pending().fields());
        pending.keySet().removeIf(field -> field.startsWith(path + "." + row + "."));
        return put(filling, path, rows.with(rest), new Entries(pending));
    }

    /** Every repeat has at least its fewest rows, so that a form always has something to fill in. */
    static Answers withFewestRows(Procedure procedure, Answers answers) {
        var padded = answers;
        for (var page : procedure.pages()) {
            padded = withFewestRows(page.items(), padded);
        }
        return padded;
    }

    private static Answers withFewestRows(List<Item> items, Answers answers) {
        var padded = answers;
        for (var item : items) {
            if (item instanceof Repeat repeat) {
                var rows = padded.get(repeat.id(), Answer.Rows.class).orElse(null);
                var enough = withFewestRows(repeat, rows == null ? new Answer.Rows(List.of()) : rows);
                if (rows == null ? !enough.rows().isEmpty() : !enough.equals(rows)) {
                    padded = padded.with(repeat.id(), enough);
                }
            }
        }
        return padded;
    }

    private static Answer.Rows withFewestRows(Repeat repeat, Answer.Rows rows) {
        var enough = rows;
        if (repeat.isNesting()) {
            enough = rows.with(rows.rows().stream()
                    .map(row -> new Row(row.id(), withFewestRows(repeat.items(), row.answers()))).toList());
        }
        while (enough.rows().size() < repeat.min() && !isUsedUp(enough)) {
            enough = withOneMore(repeat, enough);
        }
        return enough;
    }

    private static Answer.Rows withOneMore(Repeat repeat, Answer.Rows rows) {
        var more = new ArrayList<>(rows.rows());
        more.add(new Row(rows.next(), withFewestRows(repeat.items(), Answers.NONE)));
        return rows.with(more);
    }

    private static boolean isUsedUp(Answer.Rows rows) {
        return rows.used() >= Answer.Rows.MOST_USED;
    }

    private static Filling put(Filling filling, FieldPath path, Answer.Rows rows, Entries pending) {
        return new Filling(filling.procedure(), Rows.change(filling.answers(), path.within(),
                answers -> answers.with(path.question(), rows)), pending, filling.today());
    }

    private static Optional<Repeat> repeat(Procedure procedure, FieldPath path) {
        return Items.find(procedure, path).filter(Repeat.class::isInstance).map(Repeat.class::cast);
    }
}

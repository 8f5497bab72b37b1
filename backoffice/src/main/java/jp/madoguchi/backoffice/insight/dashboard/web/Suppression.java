package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.rollup.Spread;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Column;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Holds;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Row;

/**
 * Takes out of a table what would tell of fewer than {@value Spread#FEWEST} people: the counts themselves, counts whose complement
 * in another column is as small, and, where a column would have a single gap that a total elsewhere fills, the next smallest
 * counts as well (secondary suppression). Nobody is told by a zero; it stays.
 */
final class Suppression {

    private final List<Column> columns;
    private final List<Row> rows;
    private final boolean[][] hidden;

    private Suppression(List<Column> columns, List<Row> rows) {
        this.columns = columns;
        this.rows = rows;
        this.hidden = new boolean[rows.size()][columns.size()];
    }

    static List<Row> applied(List<Column> columns, List<Row> rows) {
        var suppression = new Suppression(columns, rows);
        suppression.hideFew();
        for (int column = 0; column < columns.size(); column++) {
            suppression.hideASecond(column);
        }
        return suppression.told();
    }

    /** Whether so many people could be told apart. */
    static boolean isFew(double count) {
        return count > 0 && count < Spread.FEWEST;
    }

    private void hideFew() {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).holds() != Holds.COUNT) {
                    continue;
                }
                double count = count(row, column);
                int whole = columns.get(column).partOf();
                hidden[row][column] = isFew(count) || whole > 0 && isFew(count(row, whole) - count);
            }
        }
    }

    /**
     * A single gap can be computed from the total, and of several what they make together: as long as that is too few the next smallest
     * goes as well, with the rates from which it could be computed.
     */
    private void hideASecond(int column) {
        int second = next(column);
        while (second >= 0 && isTold(column)) {
            for (int other = 0; other < columns.size(); other++) {
                var holds = columns.get(other).holds();
                hidden[second][other] |= holds == Holds.COUNT || holds == Holds.RATE;
            }
            second = next(column);
        }
    }

    /** Whether too little is hidden of a column. */
    private boolean isTold(int column) {
        int gaps = 0;
        double together = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (hidden[row][column]) {
                gaps++;
                together += count(row, column);
            }
        }
        return gaps == 1 || gaps > 1 && isFew(together);
    }

    /** The row with the smallest count that is told; -1 where there is none. */
    private int next(int column) {
        int next = -1;
        for (int row = 0; row < rows.size(); row++) {
            if (!hidden[row][column] && columns.get(column).holds() == Holds.COUNT && count(row, column) > 0
                    && (next < 0 || count(row, column) < count(next, column))) {
                next = row;
            }
        }
        return next;
    }

    private double count(int row, int column) {
        var value = rows.get(row).cells().get(column).value();
        return value == null ? 0 : value;
    }

    private List<Row> told() {
        var told = new ArrayList<Row>();
        for (int row = 0; row < rows.size(); row++) {
            var cells = new ArrayList<Cell>();
            for (int column = 0; column < columns.size(); column++) {
                cells.add(hidden[row][column] ? Cell.of(Formats.TOO_FEW) : rows.get(row).cells().get(column));
            }
            told.add(new Row(cells, rows.get(row).href()));
        }
        return told;
    }
}

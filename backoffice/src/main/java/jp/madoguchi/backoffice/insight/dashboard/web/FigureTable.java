package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.platform.csv.CsvTable;

import org.jspecify.annotations.Nullable;

/**
 * Figures as a table without any that tells of too few ({@link Suppression}), from which the page's chart and the spreadsheet are drawn as well, so that the three never differ.
 *
 * @param id part of addresses: lower-case letters and hyphens
 * @param chart how the numbers of the columns that have a series are drawn
 * @param unit of the numbers in the chart
 * @param note what one must know to read it right; empty for none
 */
public record FigureTable(String id, String caption, Chart chart, String unit, List<Column> columns, List<Row> rows,
        String note) {

    /** How a chart is drawn, if at all. */
    public enum Chart {
        NONE, LINE, BAR
    }

    /** How a column appears in the chart. */
    public enum Series {
        NONE, SOLID, DASHED, TARGET
    }

    public FigureTable {
        columns = List.copyOf(columns);
        rows = Suppression.applied(columns, rows);
    }

    /** What the cells of a column are. */
    public enum Holds {
        WORDS,
        /** People or their applications, counted. */
        COUNT,
        /** Of the counts of the same row. */
        RATE,
        /** Times, kinds and the like. */
        FIGURE
    }

    /**
     * @param number whether its cells are numbers, set to the right
     * @param unit of the numbers in the spreadsheet, where the page's words carry it; empty for counts and words
     * @param partOf the column of counts of which these are a part, 0 for none
     */
    public record Column(String heading, Series series, boolean number, String unit, Holds holds, int partOf) {

        public static Column text(String heading) {
            return new Column(heading, Series.NONE, false, "", Holds.WORDS, 0);
        }

        public static Column number(String heading) {
            return new Column(heading, Series.NONE, true, "", Holds.FIGURE, 0);
        }

        public static Column count(String heading) {
            return new Column(heading, Series.NONE, true, "", Holds.COUNT, 0);
        }

        public static Column rate(String heading) {
            return new Column(heading, Series.NONE, true, "%", Holds.RATE, 0);
        }

        Column drawn(Series newSeries) {
            return new Column(heading, newSeries, number, unit, holds, partOf);
        }

        Column partOf(int whole) {
            return new Column(heading, series, number, unit, holds, whole);
        }

        Column in(String newUnit) {
            return new Column(heading, series, number, newUnit, holds, partOf);
        }

        String spreadsheetHeading() {
            return unit.isEmpty() ? heading : heading + "（" + unit + "）";
        }

        public static Column drawn(String heading, Series series) {
            return new Column(heading, series, true, "", Holds.FIGURE, 0);
        }
    }

    /**
     * @param text as people read it
     * @param value for chart and spreadsheet; null where there is none, or none may be told
     */
    public record Cell(String text, @Nullable Double value) {

        static Cell of(String text) {
            return new Cell(text, null);
        }

        static Cell count(long count) {
            return new Cell("%,d".formatted(count), (double) count);
        }
    }

    /** @param href where the first cell leads; empty for nowhere */
    public record Row(List<Cell> cells, String href) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return chart != Chart.NONE && rows.stream().anyMatch(row -> drawable(row.cells()));
    }

    private boolean drawable(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i).series() != Series.NONE && cells.get(i).value() != null) {
                return true;
            }
        }
        return false;
    }

    CsvTable csv(Scope scope) {
        var lines = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var line = new ArrayList<@Nullable Object>();
            for (var cell : row.cells()) {
                line.add(cell.value() == null ? cell.text() : plain(cell.value()));
            }
            lines.add(line);
        }
        return new CsvTable(id + "-" + scope.year().year() + (scope.sample() ? "-mihon" : ""),
                columns.stream().map(Column::spreadsheetHeading).toList(), lines);
    }

    private static Object plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? (Object) (long) value
                : (Object) BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros().toPlainString();
    }
}

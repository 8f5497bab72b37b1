package jp.madoguchi.backoffice.insight.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Chart;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Column;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Row;
import jp.madoguchi.backoffice.insight.rollup.Ratio;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** From what a table tells, no count of fewer than ten people can be read or computed. */
class SuppressionTest {

    private static final List<Column> COLUMNS = List.of(Column.text("手続"), Column.count("開始 n"), Column.rate("完了率"),
            Column.count("申請 n").partOf(1));

    @Test
    void fewAreNotCountedNorTheRestOfFew() {
        assertThat(texts(table(row("a", 9, 0), row("b", 40, 20), row("c", 500, 300)))).containsExactly(
                "a n<10 n<10 n<10", "b n<10 n<10 n<10", "c 500 60.0% 300");
    }

    @Test
    void whatIsHiddenMakesEnoughTogether() {
        assertThat(texts(table(row("a", 9, 0), row("b", 4, 4), row("c", 500, 300), row("d", 900, 700))))
                .containsExactly("a n<10 n<10 n<10", "b n<10 n<10 n<10", "c n<10 n<10 n<10", "d 900 77.8% 700");
    }

    @Test
    void aSmallComplementHidesThePart() {
        assertThat(texts(table(row("a", 100, 97), row("b", 200, 195), row("c", 60, 30)))).containsExactly(
                "a 100 90.0%超 n<10",
                "b 200 95.0%超 n<10", "c 60 50.0% 30");
    }

    @Test
    void aSingleGapTakesTheNextSmallestWithIt() {
        assertThat(texts(table(row("a", 7, 0), row("b", 40, 20), row("c", 300, 200)))).containsExactly(
                "a n<10 n<10 n<10",
                "b n<10 n<10 n<10", "c 300 66.7% 200");
    }

    @Test
    void aRateTellsNoSmallCount() {
        assertThat(Formats.rate(new Ratio(9, 12)).text()).isEqualTo("n<10");
        assertThat(Formats.rate(new Ratio(3, 100)).text()).isEqualTo("10.0%未満");
        assertThat(Formats.rate(new Ratio(95, 100)).text()).isEqualTo("90.0%超");
        assertThat(Formats.rate(new Ratio(0, 100)).text()).isEqualTo("0.0%");
        assertThat(Formats.rate(new Ratio(100, 100)).text()).isEqualTo("100.0%");
        assertThat(Formats.rate(new Ratio(50, 100)).value()).isEqualTo(50.0);
        assertThat(Formats.n(9)).isEqualTo("n<10");
        assertThat(Formats.n(10)).isEqualTo("n=10");
    }

    @Test
    void aRateIsToldFromTenOn() {
        assertThat(Formats.rate(new Ratio(3, 9)).text()).isEqualTo("n<10");
        assertThat(Formats.rate(new Ratio(15, 30)).value()).isEqualTo(50.0);
        assertThatThrownBy(() -> new Ratio(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever knows the total of a column, and all that is told, cannot work out one of its small counts. */
    @RepeatedTest(300)
    void noSmallCountFollowsFromTheTotal(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var rows = new ArrayList<Row>();
        int most = random.nextBoolean() ? 30 : 400;
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int started = random.nextInt(most);
            rows.add(row("r" + i, started, started == 0 ? 0 : random.nextInt(started + 1)));
        }
        var told = table(rows.toArray(Row[]::new));
        for (int column : List.of(1, 3)) {
            var gaps = new ArrayList<Integer>();
            for (int row = 0; row < count; row++) {
                var value = told.rows().get(row).cells().get(column).value();
                double real = Objects.requireNonNull(rows.get(row).cells().get(column).value());
                assertThat(value == null || value == 0 || value >= 10).isTrue();
                if (value == null) {
                    gaps.add(row);
                    assertThat(told.rows().get(row).cells().get(column).text()).isEqualTo("n<10");
                } else {
                    assertThat(value).isEqualTo(real);
                }
            }
            boolean others = told.rows().stream().anyMatch(row -> {
                var value = row.cells().get(column).value();
                return value != null && value > 0;
            });
            int at = column;
            double together = gaps.stream()
                    .mapToDouble(row -> Objects.requireNonNull(rows.get(row).cells().get(at).value())).sum();
            assertThat(!others || together == 0 || together >= 10).as("what is hidden makes enough together").isTrue();
            if (gaps.size() == 1 && others) {
                double real = Objects.requireNonNull(rows.get(gaps.getFirst()).cells().get(column).value());
                assertThat(real).as("the only gap tells of enough").isGreaterThanOrEqualTo(10);
            }
        }
        for (var row : told.rows()) {
            var started = row.cells().get(1).value();
            var rate = row.cells().get(2).value();
            var submitted = row.cells().get(3).value();
            if (started != null && submitted != null && started > 0) {
                assertThat(started - submitted == 0 || started - submitted >= 10).isTrue();
            }
            if (started != null && rate != null) {
                long part = Math.round(started * rate / 100);
                assertThat(part == 0 || part >= 10).isTrue();
            }
        }
    }

    private static FigureTable table(Row... rows) {
        return new FigureTable("test", "試験", Chart.NONE, "", COLUMNS, List.of(rows), "");
    }

    private static Row row(String name, long started, long submitted) {
        return new Row(List.of(Cell.of(name), Cell.count(started), Formats.rate(new Ratio(submitted, started)),
                Cell.count(submitted)), "");
    }

    private static List<String> texts(FigureTable table) {
        return table.rows().stream().map(row -> String.join(" ", row.cells().stream().map(Cell::text).toList()))
                .toList();
    }
}

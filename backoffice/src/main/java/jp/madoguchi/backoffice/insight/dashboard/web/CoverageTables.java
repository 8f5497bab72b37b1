package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.insight.rollup.Ratio;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Chart;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Column;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Row;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Series;
import jp.madoguchi.backoffice.reform.Coverage;
import jp.madoguchi.backoffice.reform.CoverageReport;
import jp.madoguchi.forms.city.City;

/** The coverage rate as tables. */
final class CoverageTables {

    private CoverageTables() {}

    static List<FigureTable> of(CoverageReport report, Scope scope) {
        return List.of(trend(report), byBureau(report, scope), byWard(report, scope));
    }

    private static FigureTable trend(CoverageReport report) {
        var rows = new ArrayList<Row>();
        for (var point : report.trend().points()) {
            var applications = applications(point.coverage());
            rows.add(new Row(List.of(Cell.of(Formats.month(point.month())),
                    point.expected() ? Cell.of("") : applications, point.expected() ? applications : Cell.of(""),
                    Formats.percentOrNone(point.coverage().kinds().rate()), Formats.percent(report.target())), ""));
        }
        return new FigureTable("coverage", "スマート化カバー率の推移（月末時点）", Chart.LINE, "%",
                List.of(Column.text("月"), Column.drawn("件数ベース（実績）", Series.SOLID).in("%"),
                        Column.drawn("件数ベース（見込み）", Series.DASHED).in("%"), Column.number("種類ベース").in("%"),
                        Column.drawn("目標", Series.TARGET).in("%")),
                rows, "見込みは、台帳のオンライン予定日どおりに進み、件数が基準年度のまま変わらないものとして計算しています。");
    }

    private static FigureTable byBureau(CoverageReport report, Scope scope) {
        return new FigureTable("coverage-bureau", "局ごとのカバー率", Chart.BAR, "%", columns("局"),
                report.byBureau().stream()
                        .map(part -> row(part,
                                new Scope(scope.year(), part.code(), scope.ward(), scope.sample()).query()))
                        .toList(),
                "");
    }

    private static FigureTable byWard(CoverageReport report, Scope scope) {
        return new FigureTable("coverage-ward", "区ごとのカバー率", Chart.BAR, "%", columns("区"),
                report.byWard().stream()
                        .map(part -> row(part, new Scope(scope.year(), scope.bureau(),
                                City.inForce().ward(part.code()).orElse(null), scope.sample())
                                .query()))
                        .toList(),
                report.gaps() == 0 ? "" : "区ごとの件数が台帳にない手続 %,d 種類は、区の数字に含まれません。".formatted(report.gaps()));
    }

    private static List<Column> columns(String first) {
        return List.of(Column.text(first), Column.rate("件数ベース").drawn(Series.SOLID),
                Column.count("スマートな手続の件数").partOf(3),
                Column.count("全件数 n"), Column.number("種類ベース").in("%"), Column.number("手続の種類"));
    }

    private static Row row(CoverageReport.Part part, String query) {
        Coverage coverage = part.coverage();
        return new Row(List.of(Cell.of(part.label()), applications(coverage),
                Cell.count(coverage.applications().part()), Cell.count(coverage.applications().whole()),
                Formats.percentOrNone(coverage.kinds().rate()), Cell.count(coverage.kinds().whole())),
                "/insight" + query);
    }

    /** Of applications, which people made; kinds of procedures are no people and are told however few they are. */
    static Cell applications(Coverage coverage) {
        var applications = coverage.applications();
        return applications.whole() == 0
                ? Cell.of("—")
                : Formats.rate(new Ratio(applications.part(), applications.whole()));
    }
}

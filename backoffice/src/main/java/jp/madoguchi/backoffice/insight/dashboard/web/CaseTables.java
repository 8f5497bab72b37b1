package jp.madoguchi.backoffice.insight.dashboard.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.insight.dashboard.FigureSum;
import jp.madoguchi.backoffice.insight.dashboard.Count;
import jp.madoguchi.backoffice.insight.dashboard.KnownNames;
import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Chart;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Column;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Row;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Series;
import jp.madoguchi.backoffice.insight.facts.Wait;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.CaseSums;
import jp.madoguchi.backoffice.insight.rollup.Spread;
import jp.madoguchi.forms.ProcedureId;

/** What working the cases costs, as tables. */
final class CaseTables {

    private static final int WORST = 20;

    /** Length of a business day: what seconds of office hours are measured in. */
    private final Duration businessDay;
    private final KnownNames names;
    private final Told told;
    private final Scope scope;

    CaseTables(Duration businessDay, KnownNames names, Told told, Scope scope) {
        this.businessDay = businessDay;
        this.names = names;
        this.told = told;
        this.scope = scope;
    }

    FigureTable byProcedure(Map<ProcedureId, CaseSums> cases) {
        return table("processing", "手続ごとの処理", "手続", cases.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<ProcedureId, CaseSums> one) -> one.getValue().arrived())
                        .reversed())
                .map(one -> row(names.title(one.getKey()), FigureSum.procedure(one.getKey(), scope.office()),
                        one.getValue(),
                        "/insight/procedures/" + one.getKey() + scope.query()))
                .toList());
    }

    FigureTable byVersion(ProcedureId procedure, Map<Integer, CaseSums> cases) {
        return table("processing-version", "版ごとの処理（改訂の前と後）", "版", cases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> row("第" + one.getKey() + "版", FigureSum.version(procedure, one.getKey(), scope.office()),
                        one.getValue(), ""))
                .toList());
    }

    FigureTable byOffice(ProcedureId procedure, Map<String, CaseSums> cases) {
        return table("processing-office", "担当課ごとの処理", "担当", cases.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, CaseSums> one) -> one.getValue().arrived())
                        .reversed())
                .map(one -> row(names.office(one.getKey()), FigureSum.procedure(procedure, one.getKey()),
                        one.getValue(), ""))
                .toList());
    }

    private FigureTable table(String id, String caption, String first, List<Row> rows) {
        return new FigureTable(id, caption, Chart.BAR, "営業日",
                List.of(Column.text(first), Column.count("受付 n"), Column.rate("オンライン利用率"),
                        Column.count("完了 n"),
                        Column.drawn("処理期間 中央値", Series.SOLID).in("営業日"), Column.number("75%点").in("営業日"),
                        Column.drawn("90%点", Series.DASHED).in("営業日"), Column.rate("補正率")),
                rows, "処理期間は、到達から完了までの開庁時間です。補正を申請者が行っている間は含みません（1営業日＝%s）。"
                        .formatted(Formats.business(businessDay.toSeconds() - 1, businessDay)));
    }

    private Row row(String label, FigureSum sum, CaseSums cases, String href) {
        var processing = cases.spread(Wait.PROCESSING);
        return new Row(List.of(Cell.of(label), told.count(sum, cases.arrived(), Count.ARRIVED),
                told.rate(sum, cases.onlineUse(), Count.ARRIVED, Count.ARRIVED_ONLINE, Count.ARRIVED_OTHERWISE),
                told.count(sum, processing.n(), Count.CLOSED),
                Formats.officeTime(processing, Spread.Points::median, businessDay),
                Formats.officeTime(processing, Spread.Points::p75, businessDay),
                Formats.officeTime(processing, Spread.Points::p90, businessDay),
                told.rate(sum, cases.correction(), Count.CLOSED, Count.CORRECTED, Count.NOT_CORRECTED)),
                href);
    }

    /** Where the time of all these cases went. */
    FigureTable waits(FigureSum sum, CaseSums cases) {
        return new FigureTable("waits", "1件の時間の内訳", Chart.BAR, "営業日", waitColumns("時間の種類"),
                Arrays.stream(Wait.values()).map(wait -> waitRow(Formats.wait(wait), sum, cases.spread(wait), ""))
                        .toList(),
                "");
    }

    /** Offices and procedures in which cases wait longest in the queue or for approval. */
    FigureTable longestWaits(Map<CaseKey, CaseSums> cases) {
        record Waiting(String label, Spread spread, ProcedureId procedure, String office) {}
        var waits = List.of(Wait.QUEUE, Wait.APPROVAL, Wait.HANDS_ON);
        return new FigureTable("longest-waits", "時間のかかっている所", Chart.NONE, "営業日", waitColumns("担当・手続・時間の種類"),
                cases.entrySet().stream()
                        .flatMap(one -> waits.stream()
                                .map(wait -> new Waiting(
                                        names.office(one.getKey().office()) + "／"
                                                + names.title(one.getKey().procedure())
                                                + "／" + Formats.wait(wait),
                                        one.getValue().spread(wait), one.getKey().procedure(), one.getKey().office())))
                        .filter(waiting -> waiting.spread().points().isPresent())
                        .sorted(Comparator.comparingLong((Waiting waiting) -> waiting.spread().points()
                                .map(Spread.Points::p90).orElse(-1L)).reversed().thenComparing(Waiting::label))
                        .limit(WORST)
                        .map(waiting -> waitRow(waiting.label(),
                                FigureSum.procedure(waiting.procedure(), waiting.office()), waiting.spread(),
                                "/insight/procedures/" + waiting.procedure() + scope.query()))
                        .toList(),
                "90%点の長い順です。");
    }

    private static List<Column> waitColumns(String first) {
        return List.of(Column.text(first), Column.count("完了 n"), Column.drawn("中央値", Series.SOLID).in("営業日"),
                Column.number("75%点").in("営業日"), Column.drawn("90%点", Series.DASHED).in("営業日"));
    }

    private Row waitRow(String label, FigureSum sum, Spread spread, String href) {
        return new Row(List.of(Cell.of(label), told.count(sum, spread.n(), Count.CLOSED),
                Formats.officeTime(spread, Spread.Points::median, businessDay),
                Formats.officeTime(spread, Spread.Points::p75, businessDay),
                Formats.officeTime(spread, Spread.Points::p90, businessDay)), href);
    }
}

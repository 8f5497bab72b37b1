package jp.madoguchi.backoffice.insight.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.insight.dashboard.FigureSum;
import jp.madoguchi.backoffice.insight.dashboard.Count;
import jp.madoguchi.backoffice.insight.dashboard.KnownNames;
import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Chart;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Column;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Row;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Series;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.insight.rollup.PageKey;
import jp.madoguchi.backoffice.insight.rollup.PageSums;
import jp.madoguchi.backoffice.insight.rollup.QuestionKey;
import jp.madoguchi.backoffice.insight.rollup.Ratio;
import jp.madoguchi.backoffice.insight.rollup.Spread;
import jp.madoguchi.forms.ProcedureId;

/** What filling in costs, as tables. */
final class FillTables {

    private static final int WORST = 20;

    private FillTables() {}

    static FigureTable byProcedure(Map<ProcedureId, FillSums> fills, KnownNames names, Told told, Scope scope) {
        return table("fill", "手続ごとの入力（オンライン）", "手続", fills.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<ProcedureId, FillSums> one) -> one.getValue().started())
                        .reversed())
                .map(one -> row(names.title(one.getKey()), FigureSum.procedure(one.getKey(), ""), one.getValue(),
                        told,
                        "/insight/procedures/" + one.getKey() + scope.query()))
                .toList());
    }

    static FigureTable byVersion(ProcedureId procedure, Map<Integer, FillSums> fills, Told told) {
        return table("fill-version", "版ごとの入力（改訂の前と後）", "版", fills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> row("第" + one.getKey() + "版", FigureSum.version(procedure, one.getKey(), ""),
                        one.getValue(), told, ""))
                .toList());
    }

    static FigureTable byDevice(ProcedureId procedure, Map<String, FillSums> fills, Told told) {
        return table("fill-device", "端末ごとの入力", "端末", fills.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(one -> row(Formats.device(one.getKey()), FigureSum.procedure(procedure, one.getKey()),
                        one.getValue(),
                        told, ""))
                .toList());
    }

    private static FigureTable table(String id, String caption, String first, List<Row> rows) {
        return new FigureTable(id, caption, Chart.BAR, "分",
                List.of(Column.text(first), Column.count("開始 n"), Column.rate("完了率"), Column.rate("放棄率"),
                        Column.count("申請 n").partOf(1), Column.drawn("入力時間 中央値", Series.SOLID).in("分"),
                        Column.number("75%点").in("分"),
                        Column.drawn("90%点", Series.DASHED).in("分"), Column.count("うち推計").partOf(4)),
                rows, "入力時間は、画面を見て操作していた時間です（90秒を超える無操作は除きます）。「うち推計」は、画面で測れずサーバーで推計した件数です。"
                        + "放棄は、開始から7日以内に申請されなかったものです。");
    }

    private static Row row(String label, FigureSum sum, FillSums fills, Told told, String href) {
        var active = fills.active();
        return new Row(List.of(Cell.of(label), told.count(sum, fills.started(), Count.STARTED),
                told.rate(sum, fills.completion(), Count.STARTED, Count.COMPLETED, Count.NOT_COMPLETED),
                told.rate(sum, fills.abandoned(), Count.STARTED, Count.ABANDONED, Count.NOT_ABANDONED),
                told.count(sum, active.n(), Count.SUBMITTED, Count.NOT_SUBMITTED),
                Formats.fillTime(active, Spread.Points::median), Formats.fillTime(active, Spread.Points::p75),
                Formats.fillTime(active, Spread.Points::p90),
                told.count(sum, fills.estimated(), Count.ESTIMATED, Count.MEASURED)), href);
    }

    /** The way through the pages of one procedure, in the order of the form. */
    static FigureTable funnel(ProcedureId procedure, Map<PageKey, PageSums> pages, KnownNames names, FillSums runs) {
        var tellable = TellablePages.of(procedure, pages, names, runs);
        return new FigureTable("pages", "ページごとの到達・離脱・入力時間", Chart.BAR, "件",
                List.of(Column.text("ページ"), Column.count("表示した人 n").drawn(Series.SOLID),
                        Column.count("次へ進めた人").drawn(Series.DASHED).partOf(1),
                        Column.count("入力エラーの出た人").partOf(1), Column.count("ここで放棄").partOf(1),
                        Column.number("入力時間 中央値").in("分"),
                        Column.number("90%点").in("分")),
                pages.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(TellablePages.order(procedure, names)))
                        .map(one -> pageRow(names.page(procedure, one.getKey().page()), one.getValue(),
                                tellable.contains(one.getKey()), ""))
                        .toList(),
                "二つのページの差から10人に満たない人数が分かるときは、あとのページの人数を表示しません。");
    }

    /** The pages on which most runs were given up, over all procedures. */
    static FigureTable worstPages(Map<PageKey, PageSums> pages, KnownNames names, Map<ProcedureId, FillSums> runs,
            Scope scope) {
        var tellable = pages.keySet().stream().map(PageKey::procedure).distinct()
                .flatMap(procedure -> TellablePages
                        .of(procedure, pages, names, runs.getOrDefault(procedure, new FillSums())).stream())
                .collect(Collectors.toSet());
        return new FigureTable("leaving", "放棄の多いページ", Chart.NONE, "件",
                List.of(Column.text("手続・ページ"), Column.count("表示した人 n"), Column.count("次へ進めた人").partOf(1),
                        Column.count("入力エラーの出た人").partOf(1), Column.count("ここで放棄").partOf(1),
                        Column.number("入力時間 中央値").in("分"),
                        Column.number("90%点").in("分")),
                pages.entrySet().stream().filter(one -> one.getValue().leftHere() >= Spread.FEWEST)
                        .sorted(Comparator
                                .comparingLong((Map.Entry<PageKey, PageSums> one) -> one.getValue().leftHere())
                                .reversed())
                        .limit(WORST)
                        .map(one -> pageRow(
                                names.title(one.getKey().procedure()) + "／"
                                        + names.page(one.getKey().procedure(), one.getKey().page()),
                                one.getValue(), tellable.contains(one.getKey()),
                                "/insight/procedures/" + one.getKey().procedure() + scope.query()))
                        .toList(),
                "");
    }

    private static Row pageRow(String label, PageSums page, boolean tellable, String href) {
        var active = page.active();
        return new Row(List.of(Cell.of(label), tellable ? Cell.count(page.shown()) : Cell.of(Formats.TOO_FEW),
                tellable ? Cell.count(page.saved()) : Cell.of(Formats.TOO_FEW),
                Cell.count(page.failed()), Cell.count(page.leftHere()), Formats.fillTime(active, Spread.Points::median),
                Formats.fillTime(active, Spread.Points::p90)), href);
    }

    /** The questions that most runs stumbled over. */
    static FigureTable questions(Map<QuestionKey, Long> failed, Map<ProcedureId, FillSums> started, KnownNames names,
            Told told,
            Scope scope) {
        return new FigureTable("questions", "入力エラーの多い質問", Chart.NONE, "件",
                List.of(Column.text("質問"), Column.text("手続"), Column.count("エラーの出た人").partOf(3), Column.count("開始 n"),
                        Column.rate("割合")),
                failed.entrySet().stream().filter(one -> one.getValue() >= Spread.FEWEST)
                        .sorted(Map.Entry.<QuestionKey, Long>comparingByValue().reversed()).limit(WORST)
                        .map(one -> questionRow(one.getKey(), one.getValue(), started, names, told, scope)).toList(),
                "入力された値は記録していません。");
    }

    private static Row questionRow(QuestionKey key, long failed, Map<ProcedureId, FillSums> started,
            KnownNames names, Told told, Scope scope) {
        var sums = started.get(key.procedure());
        var sum = FigureSum.procedure(key.procedure(), "");
        long all = Math.max(failed, sums == null ? 0 : sums.started());
        return new Row(List.of(Cell.of(names.question(key.procedure(), key.question())),
                Cell.of(names.title(key.procedure())), Cell.count(failed), told.count(sum, all, Count.STARTED),
                told.rate(sum, new Ratio(failed, all), Count.STARTED)),
                "/insight/procedures/" + key.procedure() + scope.query());
    }
}

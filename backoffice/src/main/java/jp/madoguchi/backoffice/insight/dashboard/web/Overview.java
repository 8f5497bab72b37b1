package jp.madoguchi.backoffice.insight.dashboard.web;

import jp.madoguchi.backoffice.insight.dashboard.Count;
import jp.madoguchi.backoffice.insight.dashboard.Scope;
import jp.madoguchi.backoffice.insight.facts.Wait;
import jp.madoguchi.backoffice.insight.rollup.CaseSums;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.insight.rollup.Ratio;
import jp.madoguchi.backoffice.insight.rollup.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.backoffice.reform.CoverageReport;

/** The reform team's start page. */
public final class Overview {

    private final Scope scope;
    private final Told told;
    private final Optional<CoverageReport> coverage;
    private final FillSums fills;
    private final CaseSums cases;
    private final List<FigureTable> coverageTables;
    private final FigureTable fillTable;
    private final FigureTable caseTable;
    private final FigureTable waits;
    private final Duration businessDay;

    Overview(Scope scope, Told told, Optional<CoverageReport> coverage, FillSums fills, CaseSums cases,
            List<FigureTable> coverageTables, FigureTable fillTable, FigureTable caseTable, FigureTable waits,
            Duration businessDay) {
        this.scope = scope;
        this.told = told;
        this.coverage = coverage;
        this.fills = fills;
        this.cases = cases;
        this.coverageTables = List.copyOf(coverageTables);
        this.fillTable = fillTable;
        this.caseTable = caseTable;
        this.waits = waits;
        this.businessDay = businessDay;
    }

    /** One large figure: what it is, how much, of how many, and what one must know. */
    public record Headline(String title, String figure, String n, String note) {}

    public Scope scope() {
        return scope;
    }

    public Optional<CoverageReport> coverage() {
        return coverage;
    }

    /** How the coverage stands against the target, in one sentence. */
    public String outlook() {
        return coverage.map(report -> {
            double now = report.now().applications().rate().orElse(0);
            var target = "目標 %.0f%%（期日 %s）".formatted(report.target() * 100, Formats.day(report.targetDay()));
            if (now >= report.target()) {
                return target + "を達成しています。";
            }
            var gap = target + "に %.1f ポイント足りません。".formatted((report.target() - now) * 100);
            return gap + report.reached().map(month -> "台帳の予定どおりに進むと " + Formats.month(month) + "末に届く見込みです。")
                    .orElse("いまの予定では、5年以内に届きません。次に取り組む手続を選んでください。");
        }).orElse("");
    }

    public List<Headline> headlines() {
        var list = new ArrayList<Headline>();
        coverage.ifPresent(report -> {
            list.add(new Headline("スマート化カバー率（件数）", CoverageTables.applications(report.now()).text(),
                    "基準年度の申請 " + Formats.n(report.now().applications().whole()), "オンラインで完結できる手続の割合"));
            list.add(new Headline("スマート化カバー率（種類）", Formats.percentOrNone(report.now().kinds().rate()).text(),
                    "手続 n=%,d 種類".formatted(report.now().kinds().whole()), "件数によらず、手続の数で見た割合"));
        });
        coverage.ifPresent(report -> list.add(new Headline("オンライン利用率（全手続）",
                report.onlineUse().whole() == 0
                        ? "—"
                        : Formats.rate(new Ratio(report.onlineUse().part(), report.onlineUse().whole())).text(),
                "基準年度の申請 " + Formats.n(report.onlineUse().whole()),
                "台帳の件数で見た、オンラインで出された割合（カバー率とは別の指標）")));
        var sum = scope.sum();
        var fillSum = scope.sumOfFills();
        list.add(rate("オンライン利用率（この窓口）", told.rate(sum, cases.onlineUse(), Count.ARRIVED, Count.ARRIVED_ONLINE,
                Count.ARRIVED_OTHERWISE), told.n(sum, cases.arrived(), Count.ARRIVED),
                "この年度にこの窓口で受けた申請のうち、オンラインで出された割合"));
        list.add(rate("完了率", told.rate(fillSum, fills.completion(), Count.STARTED, Count.COMPLETED,
                Count.NOT_COMPLETED), told.n(fillSum, fills.started(), Count.STARTED), "入力を始めた人のうち、申請までたどり着いた割合"));
        var active = fills.active();
        list.add(new Headline("入力時間の中央値", Formats.fillTime(active, Spread.Points::median).text(),
                told.n(fillSum, active.n(), Count.SUBMITTED),
                "90%点：" + Formats.fillTime(active, Spread.Points::p90).text()));
        var processing = cases.spread(Wait.PROCESSING);
        list.add(new Headline("処理期間の中央値", Formats.officeTime(processing, Spread.Points::median, businessDay).text(),
                told.n(sum, processing.n(), Count.CLOSED),
                "90%点：" + Formats.officeTime(processing, Spread.Points::p90, businessDay).text()));
        list.add(rate("補正率", told.rate(sum, cases.correction(), Count.CLOSED, Count.CORRECTED, Count.NOT_CORRECTED),
                told.n(sum, cases.correction().n(), Count.CLOSED), "完了した案件のうち、補正を求めた割合"));
        list.add(rate("放棄率", told.rate(fillSum, fills.abandoned(), Count.STARTED, Count.ABANDONED,
                Count.NOT_ABANDONED), told.n(fillSum, fills.started(), Count.STARTED), "開始から7日以内に申請されなかった割合"));
        return list;
    }

    private static Headline rate(String title, FigureTable.Cell rate, String n, String note) {
        return new Headline(title, rate.text(), n, note);
    }

    public String tooFewNote() {
        return Formats.TOO_FEW_NOTE;
    }

    /** The whole city's trend first, the parts of the city last. */
    public List<FigureTable> tables() {
        var all = new ArrayList<FigureTable>();
        all.addAll(coverageTables.stream().limit(1).toList());
        all.addAll(List.of(fillTable, caseTable, waits));
        all.addAll(coverageTables.stream().skip(1).toList());
        return all;
    }
}

package jp.madoguchi.backoffice.insight.dashboard.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import jp.madoguchi.backoffice.insight.dashboard.web.FigureTable.Cell;
import jp.madoguchi.backoffice.insight.facts.Wait;
import jp.madoguchi.backoffice.insight.rollup.Ratio;
import jp.madoguchi.backoffice.insight.rollup.Spread;

/** Figures in words. */
final class Formats {

    /** Stands where a figure would tell of too few; said in full below each table. */
    static final String TOO_FEW = "n<" + Spread.FEWEST;
    static final String TOO_FEW_NOTE = "「" + TOO_FEW + "」は、一人ひとりが分からないように表示していない数字です。件数が" + Spread.FEWEST
            + "件に満たないものと、それを市全体やほかの区・手続・版の数字との差から計算できてしまうものが当たります（後のものは"
            + Spread.FEWEST + "件以上のことがあります）。割合は「未満」「超」で表すことがあります。";

    private static final double MILLIS_PER_MINUTE = 60_000;

    private Formats() {}

    /**
     * A rate from which no count of too few can be computed: where the part or the rest is so small, only that it is below or
     * above what {@value Spread#FEWEST} would be.
     */
    static Cell rate(Ratio ratio) {
        double few = (double) Spread.FEWEST / Math.max(ratio.n(), 1);
        if (ratio.n() < Spread.FEWEST) {
            return Cell.of(TOO_FEW);
        }
        if (Suppression.isFew(ratio.part()) && Suppression.isFew(ratio.n() - ratio.part())) {
            return Cell.of(TOO_FEW);
        }
        if (Suppression.isFew(ratio.part())) {
            return Cell.of("%.1f%%未満".formatted(few * 100));
        }
        return Suppression.isFew(ratio.n() - ratio.part())
                ? Cell.of("%.1f%%超".formatted((1 - few) * 100))
                : percent((double) ratio.part() / ratio.n());
    }

    /** How many there are, for people to judge a figure by. */
    static String n(long count) {
        return Suppression.isFew(count) ? TOO_FEW : "n=%,d".formatted(count);
    }

    /** @param rate 0 to 1 */
    static Cell percent(double rate) {
        return new Cell("%.1f%%".formatted(rate * 100), rate * 100);
    }

    static Cell percentOrNone(OptionalDouble rate) {
        return rate.isPresent() ? percent(rate.getAsDouble()) : Cell.of("—");
    }

    /** A point of a spread of milliseconds. */
    static Cell fillTime(Spread spread, ToLongFunction<Spread.Points> point) {
        return told(spread, point).map(millis -> new Cell(minutes(millis), millis / MILLIS_PER_MINUTE))
                .orElse(Cell.of(TOO_FEW));
    }

    /** A point of a spread of seconds of office hours. */
    static Cell officeTime(Spread spread, ToLongFunction<Spread.Points> point, Duration businessDay) {
        return told(spread, point)
                .map(seconds -> new Cell(business(seconds, businessDay), (double) seconds / businessDay.toSeconds()))
                .orElse(Cell.of(TOO_FEW));
    }

    private static Optional<Long> told(Spread spread, ToLongFunction<Spread.Points> point) {
        return spread.points().map(point::applyAsLong);
    }

    static String minutes(long millis) {
        long seconds = Math.round(millis / 1000.0);
        return seconds < 60 ? seconds + "秒" : seconds / 60 + "分" + (seconds % 60 == 0 ? "" : seconds % 60 + "秒");
    }

    /** Hours and minutes within a business day, business days from one on. */
    static String business(long seconds, Duration businessDay) {
        if (seconds >= businessDay.toSeconds()) {
            return "%.1f営業日".formatted((double) seconds / businessDay.toSeconds());
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + "分" : minutes / 60 + "時間" + (minutes % 60 == 0 ? "" : minutes % 60 + "分");
    }

    static String month(YearMonth month) {
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }

    static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    static String device(String code) {
        return switch (code) {
            case "phone" -> "スマートフォン";
            case "tablet" -> "タブレット";
            case "desktop" -> "パソコン";
            default -> code;
        };
    }

    static String wait(Wait wait) {
        return switch (wait) {
            case QUEUE -> "受付待ち";
            case HANDS_ON -> "担当者の作業";
            case APPROVAL -> "決裁待ち";
            case APPLICANT -> "申請者の補正待ち";
            case PROCESSING -> "処理期間（申請者の補正待ちを除く）";
        };
    }
}

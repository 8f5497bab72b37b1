package jp.madoguchi.backoffice.insight.rollup;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Whole months that figures are read for.
 *
 * @param from first day of the first month
 * @param to first day of the last month
 * @param sample made-up facts instead of real ones
 */
public record Months(LocalDate from, LocalDate to, boolean sample) {

    /** The month of this day and the eleven before it, as they really were. */
    public static Months yearUntil(LocalDate day) {
        var last = YearMonth.from(day);
        return new Months(last.minusMonths(11).atDay(1), last.atDay(1), false);
    }
}

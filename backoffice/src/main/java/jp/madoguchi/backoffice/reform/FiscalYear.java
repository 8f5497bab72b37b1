package jp.madoguchi.backoffice.reform;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A fiscal year (年度), April to March.
 *
 * @param year the calendar year in which it begins, 2000 to 2100
 */
public record FiscalYear(int year) {

    private static final int APRIL = 4;
    /** 令和 began in 2019; the city counts 令和元年度 from April 2019. */
    private static final int BEFORE_REIWA = 2018;

    public FiscalYear {
        if (year < 2000 || year > 2100) {
            throw new IllegalArgumentException("not a fiscal year of ours: " + year);
        }
    }

    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() < APRIL ? day.getYear() - 1 : day.getYear());
    }

    public YearMonth first() {
        return YearMonth.of(year, APRIL);
    }

    public YearMonth last() {
        return first().plusMonths(11);
    }

    public String label() {
        int reiwa = year - BEFORE_REIWA;
        if (reiwa < 1) {
            return year + "年度";
        }
        return "令和" + (reiwa == 1 ? "元" : String.valueOf(reiwa)) + "年度（" + year + "年度）";
    }
}

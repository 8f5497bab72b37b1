package jp.madoguchi.backoffice.decision;

import java.time.LocalDate;

/** The number of a letter as cities write it: fiscal year of the era, mark of the office, run of the year (令7ま中第123号). */
final class DocumentNumber {

    /** 令和 1 began in 2019; its fiscal year 1 is that from April 2019. */
    private static final int BEFORE_REIWA = 2018;

    private DocumentNumber() {}

    /** April to March (地方自治法208条). */
    static int fiscalYear(LocalDate day) {
        return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    }

    static String written(int fiscalYear, String mark, int run) {
        int year = fiscalYear - BEFORE_REIWA;
        return "令" + (year == 1 ? "元" : String.valueOf(year)) + mark + "第" + run + "号";
    }
}

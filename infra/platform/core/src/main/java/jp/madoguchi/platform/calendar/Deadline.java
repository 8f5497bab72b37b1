package jp.madoguchi.platform.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Counts the last day of a term. The first day is not counted (民法140条: the day after counts as day 1), a term in months ends on the
 * day before the matching date, or on the last day of the month when there is none (143条), and a term that ends on a closed day ends
 * on the next business day (142条, 地方自治法4条の2第4項).
 */
public final class Deadline {

    private final BusinessCalendar calendar;

    public Deadline(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The last day of the term.
     *
     * @param start the day of the event, such as arrival (到達), which is not counted
     */
    public LocalDate lastDay(LocalDate start, Term term) {
        return switch (term.unit()) {
            case DAYS -> calendar.sameOrNextBusinessDay(start.plusDays(term.length()));
            case WEEKS -> calendar.sameOrNextBusinessDay(start.plusWeeks(term.length()));
            case BUSINESS_DAYS -> calendar.plusBusinessDays(start, term.length());
            case MONTHS -> calendar.sameOrNextBusinessDay(months(start, term.length()));
        };
    }

    /**
     * Counted from the day after (the first counted day), a term of months ends the day before the matching date; where the last month
     * lacks that date it ends on the last day of the month. Counting from 30 November for 3 months starts on 1 December and ends on the
     * last day of February.
     */
    private static LocalDate months(LocalDate start, int months) {
        LocalDate first = start.plusDays(1);
        YearMonth last = YearMonth.from(first).plusMonths(months);
        return last.isValidDay(first.getDayOfMonth())
                ? last.atDay(first.getDayOfMonth()).minusDays(1)
                : last.atEndOfMonth();
    }
}

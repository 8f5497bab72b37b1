package jp.madoguchi.forms.definition;

import java.time.LocalDate;
import java.time.Period;

/**
 * The first or last date a question takes.
 */
public sealed interface DateLimit {

    /** No limit beyond what the calendar has (1868-01-25 to today + 100 years). */
    record Open() implements DateLimit {}

    record Fixed(LocalDate date) implements DateLimit {}

    /** Relative to the day of filling in: {@code P0D} is today, {@code -P14D} a fortnight ago. */
    record FromToday(Period period) implements DateLimit {}
}

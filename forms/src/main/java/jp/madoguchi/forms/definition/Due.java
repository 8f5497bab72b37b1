package jp.madoguchi.forms.definition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Predicate;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;

/**
 * Until when the law wants the application, counted from a day in it, forward or back. Being late stops nobody; it is told.
 *
 * @param id stable within the procedure
 * @param label what it is the last day of: 「届出の期限」
 * @param from the day of the event, which is not counted itself (民法140条)
 * @param length 1 to 3,650
 * @param before whether it is counted back from the day: 「使う日の1か月前まで」
 * @param when only where this holds
 * @param late what the applicant is told who is late
 * @param lastRow whether the latest day counts where the day stands in rows; else the earliest
 */
public record Due(String id, Localized label, Term from, int length, Unit unit, boolean before, Condition when,
        Localized late, boolean lastRow) {

    enum Message implements MessageKey {
        USUAL_LABEL, USUAL_LATE
    }

    /** What stands where a procedure does not say what it is the last day of. */
    public static final Localized USUAL_LABEL = Message.USUAL_LABEL.text();
    /** What is told where a procedure does not say what follows. */
    public static final Localized USUAL_LATE = Message.USUAL_LATE.text();

    /** Longer than any closing of the offices. */
    private static final int MOST_CLOSED = 60;

    public Due {
        if (length < 1 || length > 3_650) {
            throw new IllegalArgumentException("a term of " + length);
        }
    }

    /** What is counted. */
    public enum Unit {
        DAYS, BUSINESS_DAYS, MONTHS, YEARS
    }

    /**
     * The last day. The day of the event is not counted (民法140条), months and years go by the calendar (143条), and a term that
     * would end on a closed day ends on the next open one (142条, 地方自治法4条の2第4項). A term counted back from the day ends on
     * the last open day before a closed one: the office needs the time that lies between whole.
     *
     * @throws java.time.DateTimeException beyond the years of the calendar
     */
    public LocalDate lastDay(LocalDate event, Predicate<LocalDate> isOpen) {
        int step = before ? -1 : 1;
        return switch (unit) {
            case DAYS -> open(event.plusDays((long) step * length), isOpen, step);
            case BUSINESS_DAYS -> {
                var day = event;
                for (int i = 0; i < length; i++) {
                    day = open(day.plusDays(step), isOpen, step);
                }
                yield day;
            }
            case MONTHS -> months(event, length, isOpen);
            case YEARS -> months(event, length * 12, isOpen);
        };
    }

    private LocalDate months(LocalDate event, int months, Predicate<LocalDate> isOpen) {
        return before ? open(event.minusMonths(months), isOpen, -1) : open(months(event, months), isOpen, 1);
    }

    private static LocalDate months(LocalDate event, int months) {
        var first = event.plusDays(1);
        var last = YearMonth.from(first).plusMonths(months);
        return last.isValidDay(first.getDayOfMonth())
                ? last.atDay(first.getDayOfMonth()).minusDays(1)
                : last.atEndOfMonth();
    }

    private static LocalDate open(LocalDate day, Predicate<LocalDate> isOpen, int step) {
        var found = day;
        for (int i = 0; i < MOST_CLOSED && !isOpen.test(found); i++) {
            found = found.plusDays(step);
        }
        return isOpen.test(found) ? found : day;
    }
}

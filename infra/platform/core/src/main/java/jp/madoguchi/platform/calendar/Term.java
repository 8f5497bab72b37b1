package jp.madoguchi.platform.calendar;

/**
 * A length of time as laws and service promises write it, such as 15日以内 or 10営業日.
 *
 * @param length zero or more
 * @param unit what is counted
 */
public record Term(int length, Unit unit) {

    /** What a term counts. */
    public enum Unit {
        /** Days of the calendar, closed days included. */
        DAYS,
        /** Days on which the offices are open. */
        BUSINESS_DAYS,
        /** Weeks of seven days. */
        WEEKS,
        /** Months of the calendar (民法143条). */
        MONTHS
    }

    public Term {
        if (length < 0) {
            throw new IllegalArgumentException("a term cannot be negative: " + length);
        }
    }

    public static Term days(int length) {
        return new Term(length, Unit.DAYS);
    }

    public static Term businessDays(int length) {
        return new Term(length, Unit.BUSINESS_DAYS);
    }

    public static Term months(int length) {
        return new Term(length, Unit.MONTHS);
    }
}

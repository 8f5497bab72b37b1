package jp.madoguchi.backoffice.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import jp.madoguchi.platform.calendar.BusinessCalendar;

/** By which rule a case is due, and so in what its days are counted. */
public enum DueRule {
    /** 標準処理期間 in days on which the offices are open. */
    STANDARD_OPEN("標準処理期間", "開庁日"),
    /** 標準処理期間 in days of the calendar. */
    STANDARD_CALENDAR("標準処理期間", "日（暦日）"),
    /** The period a law sets, in days of the calendar. */
    STATUTORY("法定の処理期間", "日（暦日）");

    private final String label;
    private final String unit;

    DueRule(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    /** The name in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DueRule ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Days of the rule's own unit after {@code today} up to and including {@code due}; negative once it has passed. */
    public int daysLeft(LocalDate today, LocalDate due, BusinessCalendar calendar) {
        return this == STANDARD_OPEN
                ? calendar.businessDaysBetween(today, due)
                : Math.toIntExact(ChronoUnit.DAYS.between(today, due));
    }

    /** 「あと3開庁日」, 「本日まで」, 「2日（暦日）超過」. */
    public String words(int left) {
        return left < 0 ? -left + unit + "超過" : left == 0 ? "本日まで" : "あと" + left + unit;
    }
}

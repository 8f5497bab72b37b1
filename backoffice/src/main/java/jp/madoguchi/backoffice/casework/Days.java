package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Days in the words of lists: short, and with the year where it is not the year of today. */
public final class Days {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.JAPAN);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm", Locale.JAPAN);

    private Days() {}

    /** 「12月3日（木）」; 「2025年12月3日（水）」 in another year; a dash for none. */
    public static String day(@Nullable LocalDate day, LocalDate today) {
        return day == null ? "—" : day.format(day.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR);
    }

    /** The day of a moment in the city's time zone. */
    public static String day(Instant instant, LocalDate today) {
        return day(BusinessCalendar.dayOf(instant), today);
    }

    /** 「2026年12月3日 9:05」, in the city's time zone. */
    public static String moment(Instant instant) {
        return instant.atZone(BusinessCalendar.ZONE).format(MOMENT);
    }

    /** Always with the year, for records that are read years later. */
    public static String full(LocalDate day) {
        return day.format(OTHER_YEAR);
    }
}

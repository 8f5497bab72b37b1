package jp.madoguchi.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The city's days. Closed are Saturdays, Sundays, national holidays, 29 December to 3 January (地方自治法4条の2第2項 and the city's
 * ordinance on its holidays) and whatever local closing days the settings name. All days are days in Japan.
 *
 * <p>Free of any framework. A day outside the years of the holiday table is judged by weekday, year end and local
 * closing days alone.
 */
public final class BusinessCalendar {

    /** The zone of every date the city writes. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);

    private final NationalHolidays holidays;
    private final Supplier<? extends Set<LocalDate>> localClosings;
    private final OfficeHours hours;

    public BusinessCalendar(NationalHolidays holidays, Set<LocalDate> localClosings, OfficeHours hours) {
        this(holidays, hours, () -> localClosings);
    }

    /** @param localClosings asked each time, since the city may add days while the program runs */
    public BusinessCalendar(NationalHolidays holidays, OfficeHours hours,
            Supplier<? extends Set<LocalDate>> localClosings) {
        this.holidays = holidays;
        this.localClosings = localClosings;
        this.hours = hours;
    }

    /** The calendar without local closing days and with the usual office hours. */
    public static BusinessCalendar standard() {
        return new BusinessCalendar(NationalHolidays.bundled(), Set.of(), OfficeHours.USUAL);
    }

    public OfficeHours hours() {
        return hours;
    }

    public boolean isBusinessDay(LocalDate day) {
        return closedBecause(day).isEmpty();
    }

    /** Why the offices are closed on this day, in Japanese; empty on a business day. */
    public Optional<String> closedBecause(LocalDate day) {
        Optional<String> holiday = holidays.name(day);
        if (holiday.isPresent()) {
            return holiday;
        }
        MonthDay date = MonthDay.from(day);
        if (!date.isBefore(YEAR_END) || !date.isAfter(NEW_YEAR)) {
            return Optional.of("年末年始");
        }
        if (localClosings.get().contains(day)) {
            return Optional.of("臨時閉庁日");
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> Optional.of("土曜日");
            case SUNDAY -> Optional.of("日曜日");
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.empty();
        };
    }

    /** The day itself when the offices are open, else the next day they are (民法142条, 地方自治法4条の2第4項). */
    public LocalDate sameOrNextBusinessDay(LocalDate day) {
        LocalDate found = day;
        while (!isBusinessDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /**
     * The n-th business day after a day, which itself is not counted (民法140条).
     *
     * @param count zero or more; zero gives the day itself, or the next business day when it is closed
     * @throws IllegalArgumentException when count is negative
     */
    public LocalDate plusBusinessDays(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("business days are counted forward: " + count);
        }
        if (count == 0) {
            return sameOrNextBusinessDay(day);
        }
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            found = sameOrNextBusinessDay(found.plusDays(1));
        }
        return found;
    }

    /**
     * How many business days lie after {@code from} up to and including {@code to}; negative when {@code to} is earlier. So a case due
     * today has 0 days left, one due on the next business day 1, one that fell due on the last business day -1.
     */
    public int businessDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -businessDaysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                count++;
            }
        }
        return count;
    }

    /**
     * The part of the span that falls into office hours of business days.
     *
     * @return zero or more; zero when {@code to} is not after {@code from}
     */
    public Duration businessTime(Instant from, Instant to) {
        LocalDateTime start = LocalDateTime.ofInstant(from, ZONE);
        LocalDateTime end = LocalDateTime.ofInstant(to, ZONE);
        Duration total = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                total = total.plus(openPart(day, start, end));
            }
        }
        return total;
    }

    private Duration openPart(LocalDate day, LocalDateTime start, LocalDateTime end) {
        LocalDateTime opens = later(day.atTime(hours.opens()), start);
        LocalDateTime closes = earlier(day.atTime(hours.closes()), end);
        return opens.isBefore(closes) ? Duration.between(opens, closes) : Duration.ZERO;
    }

    /** The day in Japan on which this instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The last instant of a day in Japan, exclusive: midnight at its end. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}

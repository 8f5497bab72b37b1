package jp.madoguchi.backoffice.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Until when a case must be worked, from its events alone. The day after arrival is day 1 (民法140条). The office's own days never move
 * later because they are closed ones: what falls due on a Sunday is to be done by the Friday before.
 *
 * @param on the day that counts; null while every clock stands
 * @param rule by which it was counted
 * @param statutory last day of the period a law sets, extended or not; null where there is none or it stands still
 * @param extended whether the applicant was told of a longer period
 * @param deemed after this day the applicant may take silence as a refusal (みなし却下); null where silence means nothing
 */
public record CaseDue(@Nullable LocalDate on, DueRule rule, @Nullable LocalDate statutory, boolean extended,
        @Nullable LocalDate deemed) {

    /** Days in which a correction was with the applicant. */
    record Pause(int open, int calendar, boolean now) {}

    /** @param until the day to which the law's period was extended; null where it was not */
    static CaseDue of(EventPayload.Arrived arrival, LocalDate arrived, Pause pause, @Nullable LocalDate until,
            BusinessCalendar calendar) {
        var periods = arrival.periods() == null ? Periods.USUAL : arrival.periods();
        var standard = pause.now()
                ? null
                : periods.calendar()
                        ? arrived.plusDays(arrival.standardDays()).plusDays(pause.calendar())
                        : calendar.plusBusinessDays(arrived, arrival.standardDays() + pause.open());
        var rule = periods.calendar() ? DueRule.STANDARD_CALENDAR : DueRule.STANDARD_OPEN;
        var law = periods.statutory();
        if (law == null) {
            return new CaseDue(standard, rule, null, false, null);
        }
        int stood = law.pauses() ? pause.calendar() : 0;
        boolean stands = law.pauses() && pause.now();
        var statutory = stands ? null : until != null ? until : arrived.plusDays(law.days()).plusDays(stood);
        var after = law.deemedAfter();
        var deemed = !law.deemed() || stands
                ? null
                : after == null ? statutory : arrived.plusDays(after).plusDays(stood);
        boolean byLaw = standard == null || statutory != null && (until != null || !statutory.isAfter(standard));
        return byLaw && statutory != null
                ? new CaseDue(statutory, DueRule.STATUTORY, statutory, until != null, deemed)
                : new CaseDue(standard, rule, statutory, until != null, deemed);
    }

    /** Days of the rule's own unit until the day that counts, negative once it has passed; null while every clock stands. */
    public @Nullable Integer daysLeft(LocalDate today, BusinessCalendar calendar) {
        var due = on;
        return due == null ? null : rule.daysLeft(today, due, calendar);
    }

    /** The warning of a deemed refusal; empty while it is more than {@code ahead} days away. */
    public static String alarm(@Nullable LocalDate deemed, LocalDate today, int ahead) {
        if (deemed == null || deemed.isAfter(today.plusDays(ahead))) {
            return "";
        }
        long left = ChronoUnit.DAYS.between(today, deemed);
        return left < 0 ? "みなし却下の日を経過" : left == 0 ? "本日を過ぎるとみなし却下" : "みなし却下まで" + left + "日";
    }
}

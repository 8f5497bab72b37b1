package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import org.jspecify.annotations.Nullable;

/** Whether and how far the law's period of a case can be extended. */
final class Extensions {

    private Extensions() {}

    /** Whether there is something to extend: the law knows an extension, and its period has not passed. */
    static boolean mayFollow(List<CaseEvent> history, Instant now) {
        var law = law(history);
        if (law == null || !law.extendable()) {
            return false;
        }
        var latest = latest(history);
        var until = until(history);
        var today = BusinessCalendar.dayOf(now);
        return (until == null || !today.isAfter(until)) && (latest == null || until == null || until.isBefore(latest));
    }

    /** The last day to which it can be extended; null for no limit. */
    static @Nullable LocalDate latest(List<CaseEvent> history) {
        var law = law(history);
        var longest = law == null ? null : law.longest();
        return longest == null ? null : BusinessCalendar.dayOf(history.getFirst().at()).plusDays(longest);
    }

    static void check(List<CaseEvent> history, LocalDate until, BusinessCalendar calendar, Instant now) {
        var law = law(history);
        if (law == null || !law.extendable()) {
            throw MoveRefused.state("この手続には、延長できる法定の処理期間がありません。");
        }
        var due = CaseClocks.of(history, now, calendar).due().statutory();
        if (due != null && BusinessCalendar.dayOf(now).isAfter(due)) {
            throw MoveRefused.state("法定の処理期間（" + EraDate.written(due) + "まで）が過ぎているため、延長できません。早く処分を決めてください。");
        }
        if (due != null && !until.isAfter(due)) {
            throw MoveRefused.state("延長後の期限は、いまの期限（" + EraDate.written(due) + "）より後の日にしてください。");
        }
        var latest = latest(history);
        if (latest != null && until.isAfter(latest)) {
            throw MoveRefused.state("延長できるのは " + EraDate.written(latest) + " までです（" + law.law() + "）。");
        }
    }

    private static @Nullable LocalDate until(List<CaseEvent> history) {
        var law = law(history);
        var extended = history.reversed().stream().map(CaseEvent::what)
                .filter(Happening.PeriodExtended.class::isInstance)
                .map(what -> ((Happening.PeriodExtended) what).until()).findFirst();
        return extended.orElseGet(() -> law == null || law.pauses()
                ? null
                : BusinessCalendar.dayOf(history.getFirst().at()).plusDays(law.days()));
    }

    private static Periods.@Nullable Statutory law(List<CaseEvent> history) {
        var periods = history.getFirst().what() instanceof Happening.Arrived arrival ? arrival.periods() : null;
        return periods == null ? null : periods.statutory();
    }
}

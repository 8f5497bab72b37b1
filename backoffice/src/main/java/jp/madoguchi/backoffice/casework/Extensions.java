package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import org.jspecify.annotations.Nullable;

/** Whether and how far the law's period of a case can be extended. */
public final class Extensions {

    private Extensions() {}

    /**
     * What stands against any extension: the law knows none, its period has passed, or it was extended as far as can be.
     *
     * @return null where nothing does
     */
    static @Nullable ActionRefused objection(List<CaseEvent> history, Instant now) {
        var law = law(history);
        if (law == null || !law.extendable()) {
            return ActionRefused.state("この手続には、延長できる法定の処理期間がありません。");
        }
        var until = until(history);
        if (until != null && BusinessCalendar.dayOf(now).isAfter(until)) {
            return passed(until);
        }
        var latest = latest(history);
        return latest == null || until == null || until.isBefore(latest) ? null : atMost(latest, law);
    }

    private static ActionRefused passed(LocalDate due) {
        return ActionRefused
                .state("法定の処理期間（" + EraDate.written(due) + "まで）が過ぎているため、延長できません。早く処分を決めてください。");
    }

    private static ActionRefused atMost(LocalDate latest, Periods.Statutory law) {
        return ActionRefused.state("延長できるのは " + EraDate.written(latest) + " までです（" + law.law() + "）。");
    }

    /** The last day to which it can be extended; null for no limit. */
    public static @Nullable LocalDate latest(List<CaseEvent> history) {
        var law = law(history);
        var longest = law == null ? null : law.longest();
        return longest == null ? null : BusinessCalendar.dayOf(history.getFirst().at()).plusDays(longest);
    }

    /** @throws ActionRefused if the period cannot be extended, or not to this day */
    static void check(List<CaseEvent> history, LocalDate until, BusinessCalendar calendar, Instant now) {
        var law = law(history);
        var objection = objection(history, now);
        if (objection != null || law == null) {
            throw objection == null ? new IllegalStateException("extended without a law") : objection;
        }
        var due = CaseClocks.of(history, now, calendar).due().statutory();
        if (due != null && BusinessCalendar.dayOf(now).isAfter(due)) {
            throw passed(due);
        }
        if (due != null && !until.isAfter(due)) {
            throw ActionRefused.state("延長後の期限は、いまの期限（" + EraDate.written(due) + "）より後の日にしてください。");
        }
        var latest = latest(history);
        if (latest != null && until.isAfter(latest)) {
            throw atMost(latest, law);
        }
    }

    private static @Nullable LocalDate until(List<CaseEvent> history) {
        var law = law(history);
        var extended = history.reversed().stream().map(CaseEvent::what)
                .filter(EventPayload.PeriodExtended.class::isInstance)
                .map(what -> ((EventPayload.PeriodExtended) what).until()).findFirst();
        return extended.orElseGet(() -> law == null || law.pauses()
                ? null
                : BusinessCalendar.dayOf(history.getFirst().at()).plusDays(law.days()));
    }

    private static Periods.@Nullable Statutory law(List<CaseEvent> history) {
        var periods = history.getFirst().what() instanceof EventPayload.Arrived arrival ? arrival.periods() : null;
        return periods == null ? null : periods.statutory();
    }
}

package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.StandardPeriod;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every arrival day of three years, against a count made here by walking day for day over a list of closed days. */
class CaseDueTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard();
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 3, 31);

    /** National holidays as announced by the Cabinet Office, with its forecasts; typed in here on purpose. */
    private static final Set<LocalDate> HOLIDAYS = Stream
            .of("""
                    2026-04-29 2026-05-03 2026-05-04 2026-05-05 2026-05-06 2026-07-20 2026-08-11 2026-09-21 2026-09-22 2026-09-23
                    2026-10-12 2026-11-03 2026-11-23 2027-01-01 2027-01-11 2027-02-11 2027-02-23 2027-03-21 2027-03-22 2027-04-29
                    2027-05-03 2027-05-04 2027-05-05 2027-07-19 2027-08-11 2027-09-20 2027-09-23 2027-10-11 2027-11-03 2027-11-23
                    2028-01-01 2028-01-10 2028-02-11 2028-02-23 2028-03-20 2028-04-29 2028-05-03 2028-05-04 2028-05-05 2028-07-17
                    2028-08-11 2028-09-18 2028-09-22 2028-10-09 2028-11-03 2028-11-23 2029-01-01 2029-01-08 2029-02-11 2029-02-12
                    2029-02-23 2029-03-20 2029-04-29 2029-04-30 2029-05-03 2029-05-04 2029-05-05 2029-07-16
                    """
                    .strip().split("\\s+"))
            .map(LocalDate::parse).collect(Collectors.toSet());

    @Test
    void aStandardPeriodCountsOpenDaysAndALawsPeriodEveryDay() {
        int moved = 0;
        for (var arrival = FIRST; !arrival.isAfter(LAST); arrival = arrival.plusDays(1)) {
            var open = due(arrival, 20, null);
            assertThat(open.on()).as("20 open days from %s", arrival).isEqualTo(walk(arrival, 20, true));
            assertThat(open.rule()).isEqualTo(DueRule.STANDARD_OPEN);
            var calendar = due(arrival, 14, new Periods(true, null));
            assertThat(calendar.on()).as("14 days from %s", arrival).isEqualTo(walk(arrival, 14, false));
            for (int days : new int[]{14, 30}) {
                var law = due(arrival, 400, new Periods(false, law(days, false)));
                assertThat(law.on()).as("the law's %d days from %s", days, arrival)
                        .isEqualTo(walk(arrival, days, false));
                assertThat(law.rule()).isEqualTo(DueRule.STATUTORY);
                moved += isClosed(walk(arrival, days, false)) ? 1 : 0;
            }
        }
        assertThat(moved).as("last days that are closed ones").isGreaterThan(300);
    }

    @Test
    void aCorrectionStopsTheCitysOwnPeriodAndTheLawsOnlyWhereTheLawSaysSo() {
        for (var arrival = FIRST; !arrival.isAfter(LAST); arrival = arrival.plusDays(3)) {
            var asked = arrival.plusDays(4);
            var answered = arrival.plusDays(11);
            var history = corrected(arrival, asked, answered, new Periods(false, law(30, false)));
            assertThat(dueOf(history).statutory())
                    .isEqualTo(walk(arrival, 30, false));
            var paused = corrected(arrival, asked, answered, new Periods(false, law(30, true)));
            assertThat(dueOf(paused).statutory()).isEqualTo(walk(arrival, 37, false));
            var own = corrected(arrival, asked, answered, null);
            int open = 0;
            for (var day = asked.plusDays(1); !day.isAfter(answered); day = day.plusDays(1)) {
                open += isClosed(day) ? 0 : 1;
            }
            assertThat(dueOf(own).on()).isEqualTo(walk(arrival, 20 + open, true));
            var waiting = history.subList(0, 2);
            assertThat(dueOf(waiting).on()).as("the law's clock runs on")
                    .isEqualTo(walk(arrival, 30, false));
        }
    }

    @Test
    void publicAssistanceIsDueIn14DaysExtendedTo30AndDeemedRefusedAfter30() {
        var periods = Periods.of(period("seikatsu-hogo"));
        var file = opened(LocalDate.of(2026, 11, 16), 14, periods);
        var clerk = Cases.CLERK;
        var due = CaseClocks.of(file.history(), at(LocalDate.of(2026, 11, 17)), CALENDAR).due();
        assertThat(due.on()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(due.deemed()).isEqualTo(LocalDate.of(2026, 12, 16));
        assertThatThrownBy(() -> file.extendPeriod(clerk, LocalDate.of(2026, 12, 17), "調査", CALENDAR,
                at(LocalDate.of(2026, 11, 20)))).isInstanceOf(ActionRefused.class).hasMessageContaining("12月16日");
        assertThatThrownBy(() -> file.extendPeriod(clerk, LocalDate.of(2026, 11, 30), "調査", CALENDAR,
                at(LocalDate.of(2026, 11, 20)))).isInstanceOf(ActionRefused.class);
        assertThatThrownBy(() -> file.extendPeriod(clerk, LocalDate.of(2026, 12, 10), "調査", CALENDAR,
                at(LocalDate.of(2026, 12, 1)))).as("too late").isInstanceOf(ActionRefused.class);
        file.extendPeriod(clerk, LocalDate.of(2026, 12, 13), "扶養の照会の回答を待つため", CALENDAR,
                at(LocalDate.of(2026, 11, 30)));
        var extended = CaseClocks.of(file.history(), at(LocalDate.of(2026, 12, 1)), CALENDAR).due();
        assertThat(extended.on()).as("a Sunday stays").isEqualTo(LocalDate.of(2026, 12, 13));
        assertThat(extended.extended()).isTrue();
        assertThat(extended.deemed()).isEqualTo(LocalDate.of(2026, 12, 16));
        assertThat(CaseDue.alarm(extended.deemed(), LocalDate.of(2026, 12, 8), 7)).isEmpty();
        assertThat(CaseDue.alarm(extended.deemed(), LocalDate.of(2026, 12, 9), 7)).isEqualTo("みなし却下まで7日");
        assertThat(CaseDue.alarm(extended.deemed(), LocalDate.of(2026, 12, 17), 7)).isEqualTo("みなし却下の日を経過");
    }

    @Test
    void careIsDueIn30DaysAndDeemedRefusedAfterTheAnnouncedDay() {
        var file = opened(LocalDate.of(2026, 11, 16), 30, Periods.of(period("yokaigo-nintei")));
        var clerk = Cases.CLERK;
        assertThat(CaseClocks.of(file.history(), at(LocalDate.of(2026, 11, 17)), CALENDAR).due().deemed())
                .isEqualTo(LocalDate.of(2026, 12, 16));
        file.extendPeriod(clerk, LocalDate.of(2027, 2, 1), "主治医意見書が遅れているため", CALENDAR,
                at(LocalDate.of(2026, 12, 16)));
        assertThat(CaseClocks.of(file.history(), at(LocalDate.of(2026, 12, 17)), CALENDAR).due().deemed())
                .isEqualTo(LocalDate.of(2027, 2, 1));
    }

    @Test
    void aRecordWithoutPeriodsIsReadAsBefore() {
        var old = new CaseEvent(UUID.randomUUID(), 1, Cases.MONDAY, Actor.APPLICANT, Cases.arrived(false));
        var written = EventJson.write(old, Seal.newSalt());
        assertThat(written).doesNotContain("periods");
        assertThat(EventJson.read(written)).isEqualTo(old);
        var now = new CaseEvent(UUID.randomUUID(), 1, Cases.MONDAY, Actor.APPLICANT,
                arrived(14, Periods.of(period("seikatsu-hogo"))));
        assertThat(EventJson.read(EventJson.write(now, Seal.newSalt()))).isEqualTo(now);
    }

    private static StandardPeriod period(String procedure) {
        return SampleCatalogue.procedures().stream().filter(each -> each.id().value().equals(procedure)).findFirst()
                .orElseThrow().standardPeriod();
    }

    private static Periods.Statutory law(int days, boolean pauses) {
        return new Periods.Statutory(days, "法", pauses, false, null, false, null);
    }

    private static CaseDue due(LocalDate arrival, int standard, @Nullable Periods periods) {
        var file = opened(arrival, standard, periods);
        return dueOf(file.history());
    }

    private static CaseFile opened(LocalDate arrival, int standard, @Nullable Periods periods) {
        return CaseFile.open(UUID.randomUUID(), arrived(standard, periods), at(arrival));
    }

    private static EventPayload.Arrived arrived(int standard, @Nullable Periods periods) {
        return new EventPayload.Arrived("9000-1", "p", 1, "0".repeat(64), Channel.ONLINE, "chuo", false, standard,
                periods);
    }

    private static CaseDue dueOf(List<CaseEvent> history) {
        return CaseClocks.atLatest(history, CALENDAR).due();
    }

    private static List<CaseEvent> corrected(LocalDate arrival, LocalDate asked, LocalDate answered,
            @Nullable Periods periods) {
        var id = UUID.randomUUID();
        var request = UUID.randomUUID();
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseEvent(id, 1, at(arrival), Actor.APPLICANT, arrived(20, periods)));
        events.add(new CaseEvent(id, 2, at(asked), Actor.SYSTEM,
                new EventPayload.CorrectionRequested(request, "直してください", List.of(), answered)));
        events.add(
                new CaseEvent(id, 3, at(answered), Actor.APPLICANT,
                        new EventPayload.CorrectionArrived(request, 2, null)));
        return events;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(BusinessCalendar.ZONE).toInstant();
    }

    /** Day for day: the day after the first is 1. */
    private static LocalDate walk(LocalDate from, int days, boolean onlyOpen) {
        var day = from;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (!onlyOpen || !isClosed(day)) {
                counted++;
            }
        }
        return day;
    }

    private static boolean isClosed(LocalDate day) {
        boolean yearEnd = day.getMonthValue() == 12 && day.getDayOfMonth() >= 29
                || day.getMonthValue() == 1 && day.getDayOfMonth() <= 3;
        return yearEnd || HOLIDAYS.contains(day) || day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}

package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.source.InvalidFile;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Set;
import java.util.function.Predicate;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Due;
import jp.madoguchi.forms.definition.Intake;
import jp.madoguchi.forms.definition.OpenPeriod;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.VersionComparison;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When applications are taken, by which ways, and until when the law wants them. */
class IntakeTest {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(12, 29), MonthDay.of(12, 30), MonthDay.of(12, 31),
            MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3), MonthDay.of(11, 23));
    private static final Predicate<LocalDate> OPEN = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY && !CLOSED.contains(MonthDay.from(day));
    private static final String PAGES = """
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: moved, kind: date, label: 引っ越した日}
                  - {id: abroad, kind: yes-no, label: 海外から}
                  - id: people
                    kind: repeat
                    label: 人
                    questions:
                      - {id: joined, kind: date, label: 入った日}
            """;

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource({
            // 民法140条: the day itself is not counted; 児童手当 「翌日から15日」.
            "2026-11-05, 15, DAYS, 2026-11-20", "2026-11-02, 14, DAYS, 2026-11-16",
            // 民法142条: a closed last day moves to the next open one (23 November is a holiday, 21 and 22 a weekend).
            "2026-11-07, 14, DAYS, 2026-11-24", "2026-12-15, 14, DAYS, 2027-01-04",
            "2026-11-19, 1, BUSINESS_DAYS, 2026-11-20", "2026-11-20, 1, BUSINESS_DAYS, 2026-11-24",
            "2026-12-28, 1, BUSINESS_DAYS, 2027-01-04",
            // 民法143条: the day before the matching date, or the last of the month.
            "2026-11-30, 3, MONTHS, 2027-03-01", "2026-01-15, 1, MONTHS, 2026-02-16",
            "2026-03-31, 1, MONTHS, 2026-04-30",
            "2026-01-30, 1, MONTHS, 2026-03-02", "2024-11-20, 2, YEARS, 2026-11-20",
            "2024-02-28, 2, YEARS, 2026-03-02"})
    void theLastDayIsCountedByTheCivilCode(LocalDate event, int length, Due.Unit unit, LocalDate last) {
        var due = new Due("d", Localized.ja("期限"), new Term.Today(), length, unit, false, Condition.ALWAYS,
                Localized.ja("遅"), false);
        assertThat(due.lastDay(event, OPEN)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{1} {2} before {0} = {3}")
    @CsvSource({"2026-12-25, 1, MONTHS, 2026-11-25", "2026-12-24, 1, MONTHS, 2026-11-24",
            // Counted back, a closed day moves to the open one before it.
            "2026-12-23, 1, MONTHS, 2026-11-20", "2027-01-17, 14, DAYS, 2026-12-28",
            "2027-03-31, 1, MONTHS, 2027-02-26", "2027-01-05, 2, BUSINESS_DAYS, 2026-12-28"})
    void aTermCountedBackMovesEarlier(LocalDate event, int length, Due.Unit unit, LocalDate last) {
        var due = new Due("d", Localized.ja("期限"), new Term.Today(), length, unit, true, Condition.ALWAYS,
                Localized.ja("遅"), false);
        assertThat(due.lastDay(event, OPEN)).isEqualTo(last);
    }

    @Test
    void officesThatNeverOpenDoNotHoldTheCountUp() {
        var due = new Due("d", Localized.ja("期限"), new Term.Today(), 3_650, Due.Unit.BUSINESS_DAYS, false,
                Condition.ALWAYS,
                Localized.ja("遅"), false);
        assertThat(due.lastDay(LocalDate.of(2026, 1, 1), _ -> false))
                .isEqualTo(LocalDate.of(2026, 1, 1).plusDays(3_650));
    }

    @Test
    void theApplicantIsToldWhenItIsLateAndGoesOnAllTheSame() {
        var form = SampleForms.with("""
                deadlines:
                  - {id: notify, from: {answer: moved}, days: 14, when: {question: abroad, is: "no"}}
                """ + PAGES);
        for (var day : new int[]{16, 17}) {
            var filling = Filling.begin(form, LocalDate.of(2026, 11, day)).save(new PageId("p"),
                    posted("moved.era=AD", "moved.year=2026", "moved.month=11", "moved.day=2", "abroad=no")).filling();
            assertThat(filling.dueDays(OPEN)).singleElement().satisfies(due -> {
                assertThat(due.lastDay()).isEqualTo(LocalDate.of(2026, 11, 16));
                assertThat(due.late()).isEqualTo(day == 17);
            });
            assertThat(filling.checkAll()).isEmpty();
            assertThat(filling.save(new PageId("p"), posted("moved.era=AD", "moved.year=2026", "moved.month=11",
                    "moved.day=2", "abroad=yes")).filling().dueDays(OPEN)).isEmpty();
        }
        assertThat(Filling.begin(form, LocalDate.of(2026, 11, 16)).dueDays(OPEN)).isEmpty();
    }

    @Test
    void theEarliestOfTheRowsDecides() {
        var form = SampleForms.with("deadlines:\n  - {id: notify, from: {answer: joined}, days: 14}\n" + PAGES);
        var people = FieldPath.parse("people");
        var filling = Filling.begin(form, LocalDate.of(2026, 11, 20)).addRow(people).addRow(people).addRow(people)
                .save(new PageId("p"), posted("people.r1.joined.era=AD", "people.r1.joined.year=2026",
                        "people.r1.joined.month=11", "people.r1.joined.day=10", "people.r2.joined.era=AD",
                        "people.r2.joined.year=2026", "people.r2.joined.month=11", "people.r2.joined.day=2"))
                .filling();
        assertThat(filling.dueDays(OPEN)).singleElement().extracting(DueDay::lastDay)
                .isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void theOpenPeriodHoldsFromItsFirstMomentToItsLast() {
        var open = java.util.Objects.requireNonNull(
                with("open-period: {from: 2026-10-15T09:00, until: 2026-11-27}\n").intake().open());
        assertThat(open.at(LocalDateTime.of(2026, 10, 15, 8, 59))).isEqualTo(OpenPeriod.State.NOT_YET);
        assertThat(open.at(LocalDateTime.of(2026, 10, 15, 9, 0))).isEqualTo(OpenPeriod.State.OPEN);
        assertThat(open.at(LocalDateTime.of(2026, 11, 27, 23, 59))).isEqualTo(OpenPeriod.State.OPEN);
        assertThat(open.at(LocalDateTime.of(2026, 11, 28, 0, 0))).isEqualTo(OpenPeriod.State.OVER);
    }

    @Test
    void theFileKeepsAllOfItAndSaysWhatIsWrong() {
        var form = with("""
                open-period: {until: 2026-11-27T17:30}
                channels: [post, online, online]
                deadlines:
                  - {id: a, label: 期限, from: {move: {answer: moved}, by: P1D}, business-days: 5, late: 遅れました}
                  - {id: b, from: today, years: 2}
                once-per: [moved]
                """);
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(form))).isEqualTo(form);
        assertThat(DefinitionFile.writeJson(form)).contains("\"channels\":[\"online\",\"post\"]",
                "\"open-period\":{\"until\":\"2026-11-27T17:30\"}", "{\"id\":\"b\",\"from\":\"today\",\"years\":2}",
                "\"once-per\":[\"moved\"]");
        assertThat(with("").intake()).isEqualTo(Intake.ANY_TIME);
        assertThat(PublicationChecks.of(form)).extracting(remark -> remark.place()).doesNotContain("deadlines/a",
                "deadlines/b");
        assertThat(VersionComparison.between(with(""), form)).extracting(each -> each.what())
                .contains("期限の決まり", "受付の方法", "終わり", "重複を確かめる質問");

        for (var wrong : new String[]{"open-period: {}", "open-period: {from: 2026-11-28, until: 2026-11-27}",
                "open-period: {from: 26-1-1}", "open-period: 5", "channels: [fax]", "once-per: [moved, moved]",
                "once-per: [Moved]", "deadlines: [{id: a, from: today}]",
                "deadlines: [{id: a, from: today, days: 1, months: 2}]", "deadlines: [{id: a, from: today, days: 0}]",
                "deadlines: [{id: a, from: today, days: 3}, {id: a, from: today, days: 4}]"}) {
            assertThatThrownBy(() -> with(wrong + "\n")).as(wrong).isInstanceOf(InvalidFile.class);
        }
        assertThat(PublicationChecks
                .of(with(
                        "deadlines: [{id: a, from: {answer: abroad}, days: 3}, {id: b, from: {answer: no}, days: 3}]\n")))
                .filteredOn(remark -> remark.place().startsWith("deadlines/")).extracting(remark -> remark.code())
                .containsExactlyInAnyOrder("wrong-kind", "dangling-reference");
        assertThat(PublicationChecks.of(with("once-per: [abroad, joined, gone, moved]\n")))
                .filteredOn(remark -> remark.place().startsWith("once-per")).extracting(remark -> remark.code())
                .containsExactlyInAnyOrder("wrong-kind", "outside-of-rows", "dangling-reference");
    }

    private static Procedure with(String head) {
        return SampleForms.with(head + PAGES);
    }
}

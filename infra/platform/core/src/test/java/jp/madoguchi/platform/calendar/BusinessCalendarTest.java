package jp.madoguchi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = BusinessCalendar.standard();

    @ParameterizedTest
    @CsvSource({"2026-01-01,元日", "2026-01-02,年末年始", "2025-12-29,年末年始", "2026-02-23,天皇誕生日", "2026-03-20,春分の日",
            "2026-05-06,振替休日", "2026-09-22,休日", "2026-11-21,土曜日", "2026-11-22,日曜日", "2026-11-23,勤労感謝の日"})
    void isClosedWithItsReason(LocalDate day, String reason) {
        assertThat(calendar.isBusinessDay(day)).isFalse();
        assertThat(calendar.closedBecause(day))
                .hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-26", "2026-01-05", "2026-11-20", "2026-12-28", "2019-12-23"})
    void isOpen(LocalDate day) {
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @Test
    void knowsEveryYearFrom1970To2050() {
        assertThat(NationalHolidays.bundled().firstYear()).isEqualTo(Year.of(1970));
        assertThat(NationalHolidays.bundled().lastYear()).isEqualTo(Year.of(2050));
        assertThat(NationalHolidays.bundled().name(LocalDate.of(2019, 5, 1))).isPresent();
    }

    @Test
    void closesOnTheCitysOwnDays() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        BusinessCalendar local = new BusinessCalendar(NationalHolidays.bundled(), Set.of(day), OfficeHours.USUAL);

        assertThat(local.closedBecause(day)).contains("臨時閉庁日");
    }

    @Test
    void countsBusinessDaysOverTheYearEnd() {
        LocalDate lastOpen = LocalDate.of(2025, 12, 26);

        assertThat(calendar.plusBusinessDays(lastOpen, 1)).isEqualTo("2026-01-05");
        assertThat(calendar.businessDaysBetween(lastOpen, LocalDate.of(2026, 1, 5))).isEqualTo(1);
        assertThat(calendar.businessDaysBetween(LocalDate.of(2026, 1, 5), lastOpen)).isEqualTo(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusBusinessDays(lastOpen, -1));
    }

    @Test
    void countsBusinessTimeWithinOfficeHoursOnly() {
        Instant fridayFive = Instant.parse("2026-11-20T08:00:00Z");
        Instant tuesdayNine = Instant.parse("2026-11-24T00:00:00Z");

        assertThat(calendar.businessTime(fridayFive, tuesdayNine)).isEqualTo(Duration.ofMinutes(30 + 15));
        assertThat(calendar.businessTime(tuesdayNine, fridayFive)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1989-01-07,昭和64年1月7日", "1989-01-08,平成元年1月8日", "2019-04-30,平成31年4月30日", "2019-05-01,令和元年5月1日",
            "2026-11-20,令和8年11月20日", "1926-12-25,昭和元年12月25日", "1872-12-31,西暦1872年12月31日"})
    void writesErasWithTheirFirstYear(LocalDate day, String written) {
        assertThat(EraDate.written(day)).isEqualTo(written);
    }
}

package jp.madoguchi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private final Deadline deadline = new Deadline(BusinessCalendar.standard());

    @ParameterizedTest(name = "{0} + {1}日 = {2}")
    @CsvSource({"2026-11-05,15,2026-11-20", // an ordinary Friday
            "2026-11-06,15,2026-11-24", // 21 November is a Saturday, and Monday a holiday
            "2025-12-15,15,2026-01-05", // falls into the year end
            "2026-04-20,14,2026-05-07"}) // the golden week
    void days(LocalDate start, int days, LocalDate last) {
        assertThat(deadline.lastDay(start, Term.days(days))).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1}か月 = {2}")
    @CsvSource({"2025-11-30,3,2026-03-02", // starts on 1 December, ends on Saturday 28 February
            "2026-01-30,1,2026-03-02", // starts on 31 January; February has no 31st, its last day is a Saturday
            "2026-06-15,3,2026-09-15"})
    void months(LocalDate start, int months, LocalDate last) {
        assertThat(deadline.lastDay(start, Term.months(months))).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1}開庁日 = {2}")
    @CsvSource({"2026-11-20,1,2026-11-24", "2026-11-20,5,2026-11-30", "2026-11-20,8,2026-12-03"})
    void businessDays(LocalDate start, int days, LocalDate last) {
        assertThat(deadline.lastDay(start, Term.businessDays(days))).isEqualTo(last);
    }
}

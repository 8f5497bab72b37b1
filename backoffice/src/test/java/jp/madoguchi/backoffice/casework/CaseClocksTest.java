package jp.madoguchi.backoffice.casework;

import static jp.madoguchi.backoffice.casework.Cases.CHIEF;
import static jp.madoguchi.backoffice.casework.Cases.CLERK;
import static jp.madoguchi.backoffice.casework.Cases.GRANT;
import static jp.madoguchi.backoffice.casework.Cases.LEASE;
import static jp.madoguchi.backoffice.casework.Cases.OTHER;
import static jp.madoguchi.backoffice.casework.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.junit.jupiter.api.Test;

class CaseClocksTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard();

    @Test
    void theDayAfterArrivalIsDayOneAndClosedDaysDoNotCount() {
        var clocks = CaseClocks.of(Cases.application().history(), at(16, 12, 0), CALENDAR);

        // Five business days after Monday the 16th: 17, 18, 19, 20, and, the 23rd being a holiday, the 24th.
        assertThat(clocks.dueOn()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(clocks.daysLeft(LocalDate.of(2026, 11, 16), CALENDAR)).isEqualTo(5);
        assertThat(clocks.daysLeft(LocalDate.of(2026, 11, 24), CALENDAR)).isZero();
        assertThat(clocks.daysLeft(LocalDate.of(2026, 11, 26), CALENDAR)).isEqualTo(-2);
    }

    @Test
    void theClockStandsWhileACorrectionIsWithTheApplicant() {
        var file = Cases.application();
        var asked = Cases.correction(LocalDate.of(2026, 11, 30));
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.corrections().request(CLERK, asked, at(17, 10, 0));
        assertThat(CaseClocks.of(file.history(), at(18, 10, 0), CALENDAR).dueOn()).isNull();

        file.corrections().arrived(asked.id(), Cases.received(2), at(19, 22, 0));

        // The 18th and 19th were the applicant's: two business days later than without.
        var clocks = CaseClocks.of(file.history(), at(20, 10, 0), CALENDAR);
        assertThat(clocks.dueOn()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(clocks.corrections()).isEqualTo(1);
    }

    @Test
    void eachWaitIsCountedInOfficeHours() {
        var file = Cases.application();
        file.claim(CLERK, at(16, 10, 0), LEASE);
        file.sendForApproval(CLERK, GRANT, at(16, 11, 30));
        file.sendBack(CHIEF, "もう少し詳しく", at(17, 9, 45));
        file.claim(OTHER, at(17, 10, 15), LEASE);

        var clocks = CaseClocks.of(file.history(), at(17, 10, 45), CALENDAR);

        assertThat(clocks.spent(CaseClocks.Phase.QUEUE)).isEqualTo(Duration.ofMinutes(60 + 30));
        assertThat(clocks.spent(CaseClocks.Phase.HANDS_ON)).isEqualTo(Duration.ofMinutes(90 + 30));
        // 11:30 to 17:30 and 8:45 to 9:45 the next morning.
        assertThat(clocks.spent(CaseClocks.Phase.APPROVAL)).isEqualTo(Duration.ofHours(7));
        assertThat(clocks.handOffs()).isEqualTo(1);
    }
}

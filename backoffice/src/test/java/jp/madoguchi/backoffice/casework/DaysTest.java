package jp.madoguchi.backoffice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void theYearIsShownWhereItIsNotThisYear() {
        var today = LocalDate.of(2026, 12, 28);
        assertThat(Days.day(LocalDate.of(2026, 1, 1), today)).isEqualTo("1月1日（木）");
        assertThat(Days.day(LocalDate.of(2027, 1, 6), today)).isEqualTo("2027年1月6日（水）");
        assertThat(Days.day(LocalDate.of(2025, 12, 28), today)).isEqualTo("2025年12月28日（日）");
        assertThat(Days.day((LocalDate) null, today)).isEqualTo("—");
        assertThat(Days.day(Instant.parse("2026-12-31T15:00:00Z"), today)).as("the day in Japan")
                .isEqualTo("2027年1月1日（金）");
        assertThat(Days.full(LocalDate.of(2026, 12, 28))).startsWith("2026年");
    }
}

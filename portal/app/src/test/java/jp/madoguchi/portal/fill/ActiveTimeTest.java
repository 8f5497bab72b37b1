package jp.madoguchi.portal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class ActiveTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");

    @Test
    void thePagesOwnMeasureCounts() {
        assertThat(ActiveTime.of("4200", NOON, NOON.plusSeconds(60), 3)).isEqualTo(new ActiveTime(4200, true));
        assertThat(ActiveTime.of("999999999", NOON, NOON, 3)).isEqualTo(new ActiveTime(86_400_000, true));
    }

    @Test
    void withoutItTheServerEstimatesAndLunchDoesNotCount() {
        assertThat(ActiveTime.of("", NOON, NOON.plusSeconds(60), 2)).isEqualTo(new ActiveTime(60_000, false));
        assertThat(ActiveTime.of("-5", NOON, NOON.plusSeconds(3600), 2)).isEqualTo(new ActiveTime(180_000, false));
        assertThat(ActiveTime.of("", NOON.plusSeconds(1), NOON, 2)).isNull();
        assertThat(ActiveTime.of("", null, NOON, 2)).isNull();
    }
}

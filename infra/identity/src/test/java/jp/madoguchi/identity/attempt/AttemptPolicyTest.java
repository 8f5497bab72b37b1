package jp.madoguchi.identity.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {

    @Test
    void theWaitDoublesAndThenLocks() {
        assertThat(IntStream.rangeClosed(1, 11).mapToObj(AttemptPolicy.ACCOUNT::waitAfter).map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 900L, 900L);
    }

    @Test
    void aLongRunOfFreeTriesNeverOverflows() {
        assertThat(new AttemptPolicy("x", 0, 1000, Duration.ofMinutes(5), Duration.ofHours(1)).waitAfter(999))
                .isEqualTo(Duration.ofMinutes(5));
    }
}

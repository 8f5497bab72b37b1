package jp.madoguchi.platform.security;

import jp.madoguchi.platform.attempt.AttemptPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import jp.madoguchi.platform.PortalDatabase;
import jp.madoguchi.testkit.MovableClock;
import jp.madoguchi.platform.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AttemptLimiterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AttemptPolicy POLICY = new AttemptPolicy("tracking", 5, Duration.ofMinutes(1));
    private static final PortalDatabase DATABASE = new PortalDatabase();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T01:00:00Z"));
    private final AttemptLimiter limiter = new AttemptLimiter(DATABASE.client(), clock);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void allowsSoManyTriesAndThenAsksToWait() {
        assertThat(allowedOf(5, "wait")).isEqualTo(5);

        StepVerifier.create(limiter.take(POLICY, "wait")).expectErrorSatisfies(refused -> {
            assertThat(refused).isInstanceOf(Refusal.TooMany.class);
            assertThat(((Refusal.TooMany) refused).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        }).verify(PATIENCE);
        clock.pass(Duration.ofMinutes(1));
        assertThat(allowedOf(1, "wait")).isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(allowedOf(1, "wait")).isEqualTo(1);
    }

    @Test
    void countsGuessesMadeAtOnce() {
        assertThat(allowedOf(40, "parallel")).isEqualTo(5);
    }

    @Test
    void givesTriesBackWhenTheSecretWasRight() {
        assertThat(allowedOf(6, "right")).isEqualTo(5);
        limiter.reset(POLICY, "right").block(PATIENCE);

        assertThat(allowedOf(5, "right")).isEqualTo(5);
        assertThat(allowedOf(5, "another")).isEqualTo(5);
    }

    private int allowedOf(int tries, String key) {
        return Objects.requireNonNull(Flux.range(0, tries)
                .flatMap(n -> limiter.take(POLICY, key)
                        .thenReturn(1)
                        .onErrorResume(Refusal.TooMany.class, refused -> Mono.just(0)), 8)
                .reduce(0, Integer::sum)
                .block(PATIENCE));
    }
}

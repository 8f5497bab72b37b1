package jp.madoguchi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class AttemptLimiterTest extends AttemptContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final AttemptLimiter limiter = new AttemptLimiter(database.client());

    @Test
    void whoTriesTooOftenIsToldHowLongToWait() {
        for (int n = 0; n < 5; n++) {
            StepVerifier.create(limiter.take(BUCKET, "told")).expectComplete().verify(TIMEOUT);
        }
        StepVerifier.create(limiter.take(BUCKET, "told")).expectErrorSatisfies(refused -> {
            assertThat(refused).isInstanceOf(Refusal.TooMany.class).hasMessageContaining("120分");
            assertThat(((Refusal.TooMany) refused).retryAfter()).isBetween(Duration.ofMinutes(119),
                    Duration.ofHours(2));
        }).verify(TIMEOUT);
    }

    @Override
    Duration begin(AttemptPolicy policy, String key) {
        return Objects.requireNonNull(limiter.begin(policy, key).block(TIMEOUT));
    }

    @Override
    void forget(AttemptPolicy policy, String key) {
        limiter.reset(policy, key).block(TIMEOUT);
    }

    @Override
    long sweep() {
        return Objects.requireNonNull(limiter.removeExpired().block(TIMEOUT));
    }
}

package jp.madoguchi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.attempt.jdbc.JdbcAttempts;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcAttemptsTest extends AttemptContract {

    private final JdbcAttempts attempts = new JdbcAttempts(JdbcClient.create(new DriverManagerDataSource(
            database.login().jdbcUrl(), database.login().username(), database.login().password())));

    @Test
    void aTryGivenBackIsAsIfItHadNotBeenMadeAndThoseBeforeStayCounted() {
        assertThat(allowedOf(9, LOCKING, "back")).isEqualTo(5);
        assertThat(attempts.waitFor(LOCKING, "back")).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));

        attempts.giveBack(LOCKING, "back");

        assertThat(attempts.waitFor(LOCKING, "back")).isZero();
        assertThat(allowedOf(9, LOCKING, "back")).isEqualTo(1);
        assertThat(attempts.waitFor(LOCKING, "never tried")).isZero();
    }

    @Override
    Duration begin(AttemptPolicy policy, String key) {
        return attempts.begin(policy, key);
    }

    @Override
    void forget(AttemptPolicy policy, String key) {
        attempts.forget(policy, key);
    }

    @Override
    long sweep() {
        return attempts.sweep();
    }
}

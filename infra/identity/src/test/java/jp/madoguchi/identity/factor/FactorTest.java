package jp.madoguchi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactorTest {

    @Test
    void whatWasProvedIsSaidInTheWordsOfRfc8176() {
        assertThat(Factor.amr(Set.of(Factor.PASSWORD))).isEqualTo(List.of("pwd"));
        assertThat(Factor.amr(Set.of(Factor.ONE_TIME_CODE, Factor.PASSWORD))).isEqualTo(List.of("pwd", "otp", "mfa"));
        assertThat(Factor.amr(Set.of(Factor.PASSWORD, Factor.RECOVERY_CODE)))
                .isEqualTo(List.of("pwd", "otp", "mfa"));
        assertThat(Factor.amr(Set.of(Factor.BOUND_PASSKEY))).isEqualTo(List.of("hwk", "user", "mfa"));
        assertThat(Factor.amr(Set.of(Factor.SYNCED_PASSKEY, Factor.PASSWORD)))
                .isEqualTo(List.of("pwd", "swk", "user", "mfa"));
    }

    @Test
    void twoFactorsAreOfTwoKinds() {
        assertThat(Factor.acr(Set.of(Factor.PASSWORD))).isEqualTo(Factor.ONE);
        assertThat(Factor.acr(Set.of(Factor.ONE_TIME_CODE, Factor.RECOVERY_CODE))).as("two things one has")
                .isEqualTo(Factor.ONE);
        assertThat(Factor.acr(Set.of(Factor.ONE_TIME_CODE, Factor.PASSWORD))).isEqualTo(Factor.TWO);
        assertThat(Factor.acr(Set.of(Factor.BOUND_PASSKEY))).isEqualTo(Factor.PHISHING_RESISTANT);
    }
}

package jp.madoguchi.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ManagementTokenTest {

    private static final String TOKEN = "0123456789abcdef";

    @Test
    void opensToWhoShowsIt() {
        var token = ManagementToken.of(TOKEN);

        assertThat(token.isShownBy("Bearer " + TOKEN)).isTrue();
        assertThat(token.isShownBy("bearer " + TOKEN)).isTrue();
        assertThat(token.isShownBy("Bearer " + TOKEN + "0")).isFalse();
        assertThat(token.isShownBy("Bearer " + TOKEN.substring(1))).isFalse();
        assertThat(token.isShownBy("Basic " + TOKEN)).isFalse();
        assertThat(token.isShownBy(TOKEN)).isFalse();
        assertThat(token.isShownBy(null)).isFalse();
    }

    @Test
    void noTokenOpensToNobody() {
        var none = ManagementToken.of(" ");

        assertThat(none.isShownBy("Bearer ")).isFalse();
        assertThat(none.isShownBy("Bearer")).isFalse();
        assertThat(none.isShownBy(null)).isFalse();
    }

    @Test
    void aTokenThatCanBeGuessedIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> ManagementToken.of("secret"))
                .withMessageContaining("madoguchi.management.token");
    }
}

package jp.madoguchi.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void isReadBackAndHashedAlike() {
        SecretToken token = SecretToken.create();

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.parse(token.value()).orElseThrow().hash()).isEqualTo(token.hash()).hasSize(64);
        assertThat(SecretToken.create().value()).isNotEqualTo(token.value());
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void turnsAwayWhatCannotBeOurs() {
        assertThat(SecretToken.parse("")).isEmpty();
        assertThat(SecretToken.parse("a".repeat(42))).isEmpty();
        assertThat(SecretToken.parse("a".repeat(42) + "/")).isEmpty();
    }
}

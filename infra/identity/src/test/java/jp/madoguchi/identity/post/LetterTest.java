package jp.madoguchi.identity.post;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void aLetterCannotGrowHeaders() {
        assertThatThrownBy(() -> new Letter("a@example.jp", "subject\nBcc: b@example.jp", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package jp.madoguchi.identity.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void fullWidthLettersAreReadAsMeant() {
        assertThat(MailAddress.read(" Ｈａｎａｋｏ＠example．jp ")).contains(new MailAddress("Hanako@example.jp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hanako", "@example.jp", "hanako@", "hanako@localhost", "a b@example.jp",
            "a@example.jp\nBcc: b@example.jp", "a@example.jp,b@example.jp", "<a@example.jp>", "a@@example.jp"})
    void whatCannotReceiveMailIsRefused(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    @Test
    void aLetterCannotGrowHeaders() {
        assertThatThrownBy(() -> new Letter("a@example.jp", "subject\nBcc: b@example.jp", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

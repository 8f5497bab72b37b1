package jp.madoguchi.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource({"Hanako@Example.JP,hanako@example.jp", "ｈａｎａｋｏ＠example.jp,hanako@example.jp",
            "hanako+1@example.jp,hanako@example.jp", "hanako+a+b@example.jp,hanako@example.jp",
            "ha.na.ko+x@gmail.com,hanako@gmail.com", "Ha.Nako@GoogleMail.com,hanako@gmail.com",
            "ha.nako@docomo.ne.jp,ha.nako@docomo.ne.jp", "+81@example.jp,+81@example.jp", "chuo-clerk1,chuo-clerk1",
            "CHUO-Clerk1,chuo-clerk1"})
    void oneMailboxHasOneKey(String typed, String key) {
        assertThat(Mailbox.key(typed)).isEqualTo(key);
    }
}

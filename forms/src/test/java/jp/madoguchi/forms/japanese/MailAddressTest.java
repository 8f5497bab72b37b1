package jp.madoguchi.forms.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({"hanako@example.jp,hanako@example.jp,hanako@example.jp",
            "' ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ ',hanako@example.jp,hanako@example.jp",
            "Hanako@EXAMPLE.JP,Hanako@example.jp,Hanako@example.jp",
            "a..b@docomo.ne.jp,a..b@docomo.ne.jp,\"a..b\"@docomo.ne.jp",
            "ab.@ezweb.ne.jp,ab.@ezweb.ne.jp,\"ab.\"@ezweb.ne.jp",
            ".ab@k.vodafone.ne.jp,.ab@k.vodafone.ne.jp,\".ab\"@k.vodafone.ne.jp",
            "a-b_c+d@i.softbank.jp,a-b_c+d@i.softbank.jp,a-b_c+d@i.softbank.jp",
            "a.b@docomo.ne.jp,a.b@docomo.ne.jp,a.b@docomo.ne.jp",
            "hanako@例え.jp,hanako@xn--r8jz45g.jp,hanako@xn--r8jz45g.jp",
            "o'hara/x=y@example.co.jp,o'hara/x=y@example.co.jp,o'hara/x=y@example.co.jp",
            "hanako@日本語。jp,hanako@xn--wgv71a119e.jp,hanako@xn--wgv71a119e.jp"})
    void addressesAreTakenAsMeantAndSentAsServersTakeThem(String typed, String kept, String sent) {
        var address = MailAddress.read(typed).orElseThrow();
        assertThat(address.value()).isEqualTo(kept);
        assertThat(address.onTheWire()).isEqualTo(sent);
        assertThat(MailAddress.read(kept)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"'',MISSING", "hanako,NO_AT", "a@b@c.jp,NO_AT", "@example.jp,NO_AT", "hanako@,NO_AT",
            "ha nako@example.jp,SPACE",
            "花子@example.jp,LETTERS", "\"a..b\"@example.jp,LETTERS", "a<b@example.jp,LETTERS", "a..b@gmail.com,DOTS",
            "ab.@example.jp,DOTS",
            ".ab@example.jp,DOTS", "a..b@notdocomo.ne.jp,DOTS", "hanako@localhost,DOMAIN", "hanako@example..jp,DOMAIN",
            "hanako@-example.jp,DOMAIN", "hanako@127.0.0.1,DOMAIN", "hanako@[127.0.0.1],DOMAIN",
            "hanako@ex_ample.jp,DOMAIN"})
    void othersAreRefusedWithTheReason(String typed, MailAddress.Flaw flaw) {
        assertThat(MailAddress.read(typed)).isEmpty();
        assertThat(MailAddress.flawOf(typed)).contains(flaw);
        assertThat(flaw.words().ja()).contains("メール");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 254})
    void longOnesHaveALimit(int length) {
        assertThat(MailAddress.read("a".repeat(length) + "@example.jp").isPresent()).isEqualTo(length <= 64);
        assertThat(MailAddress.read("a@" + "b".repeat(60).concat(".").repeat(5) + "jp")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb@example.jp", "a@example.jp\r\nBcc: x@example.com", "a@example.jp,b@example.jp",
            "a\u0000@example.jp"})
    void nothingSlipsIntoTheHeadOfAMail(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }
}

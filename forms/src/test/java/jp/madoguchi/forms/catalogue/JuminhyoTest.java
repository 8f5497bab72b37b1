package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.address;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JuminhyoTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requester: requester=agent | relation registered-name registered-address proxy | requester: requester=self
            requester: requester=legal-agent | relation registered-name legal-proof | requester: requester=self
            requester: requester=third-party | third-reason third-proof | requester: requester=agent
            certificate: removed=yes | removed-how | certificate: removed=no
            certificate: scope=some | members.r1.member-name members.r1.member-birth | certificate: scope=household
            certificate: entries=my-number | my-number-for my-number-why | certificate: entries=family-register
            certificate: entries=foreign | foreign-entries | certificate: entries=householder
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("juminhyo", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requester: requester=third-party; certificate: entries=my-number & my-number-for=勤務先 & my-number-why=社会保険 | no-number-for-third-party | requester: requester=self; certificate: entries=my-number & my-number-for=勤務先 & my-number-why=社会保険
            certificate: removed=yes & entries=my-number & my-number-for=勤務先 & my-number-why=社会保険 | no-number-on-removed | certificate: removed=no & entries=my-number & my-number-for=勤務先 & my-number-why=社会保険
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("juminhyo", answers, rule, otherwise);
    }

    @Test
    void theOfficeIsThatOfTheRegisteredAddress() {
        var taro = Follows.who("juminhyo", "requester: requester=agent");
        taro.fill("requester", address("applicant-address", "中央区", "加納町"));
        taro.fill("registered", address("registered-address", "須磨区", "神の谷一丁目"));
        assertThat(taro.filling().route().office()).isEqualTo("kitasuma");

        taro.fill("requester", "requester=self");
        assertThat(taro.filling().route().office()).isEqualTo("chuo");
    }

    @Test
    void theFeeIsThatOfTheCopies() {
        assertThat(Follows.who("juminhyo", "certificate: copies=3").filling().fee().total()).isEqualTo(900);
    }
}

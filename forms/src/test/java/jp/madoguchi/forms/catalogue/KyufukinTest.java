package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.filling.SameApplication;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KyufukinTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            letter | has-letter=no | no-letter | has-letter=yes
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("kyufukin", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            letter: has-letter=yes | reference-number reference-birth | letter: has-letter=no
            members: members.r1.wish=declines | decline-confirmed | members: members.r1.wish=wants
            members: members.r1.wish=wants | account bankbook | members: members.r1.wish=declines
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("kyufukin", answers, questions, otherwise);
    }

    @Test
    void neitherIsChosenBeforehand() {
        var taro = new Applicant("kyufukin").add("members");

        assertThat(taro.missing()).contains("members.r1.wish", "members.r2.wish").doesNotContain("account");
        assertThat(taro.answered()).isEmpty();
    }

    @Test
    void onlyAnAccountOfTheHeadOfHouseholdWillDo() {
        var taro = Follows.who("kyufukin", "members: members.r1.wish=wants");
        taro.fill("householder", name("householder-name"));
        taro.fill("bank", "account.bank=0009", "account.bank-name=三井住友銀行", "account.branch=500",
                "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567", "account.holder=コウベ　タロウ");
        assertThat(taro.missing()).contains("account-is-own");

        taro.fill("bank", "account-is-own=no");
        assertThat(taro.filling().checkAll()).extracting(Finding::code).contains("rule-own-account");
    }

    @Test
    void aSecondApplicationOfTheHouseholdIsTold() {
        var first = "letter: has-letter=yes & reference-number=12345678 & reference-birth@1970-01-01";
        var sameTyped = "letter: has-letter=yes & reference-number=１２３４５６７８ & reference-birth@1970-01-01";
        var another = "letter: has-letter=yes & reference-number=12345679 & reference-birth@1970-01-01";

        assertThat(key(first)).isPresent().isEqualTo(key(sameTyped));
        assertThat(key(another)).isPresent().isNotEqualTo(key(first));
        assertThat(key("letter: has-letter=yes & reference-birth@1970-01-01")).isEmpty();
    }

    private static Optional<String> key(String answers) {
        var filling = Follows.who("kyufukin", answers).filling();
        return SameApplication.key(filling.procedure(), filling.answers());
    }
}

package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.filling.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KokuhoKanyuTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason: reason=retired | joiners.r1.loss-date joiners.r1.loss-insurer loss-certificate | reason: reason=moved-in
            reason: reason=not-dependant | joiners.r1.loss-date loss-certificate | reason: reason=birth
            reason: reason=moved-in | joiners.r1.moved-date | reason: reason=retired
            payment: direct-debit=yes | account | payment: direct-debit=no
            reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-05 | late-reason | reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-06
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("kokuho-kanyu", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason: reason=retired | continue-first | reason: reason=birth
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("kokuho-kanyu", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-21 | loss-not-future | reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-20
            reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-01 & joiners.r1.joiner-birth@2026-11-02 | loss-after-birth | reason: reason=retired; joiners: joiners.r1.loss-date@2026-11-01 & joiners.r1.joiner-birth@2000-11-02
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("kokuho-kanyu", answers, rule, otherwise);
    }

    @Test
    void anAccountOfSomeoneElseNeedsConsent() {
        var taro = Follows.who("kokuho-kanyu", "reason: reason=birth");
        taro.fill("householder", name("householder-name"));
        taro.fill("payment", "direct-debit=yes", "account.bank=0009", "account.bank-name=三井住友銀行",
                "account.branch=500", "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567",
                "account.holder=コウベ　タロウ");
        assertThat(taro.missing()).contains("account-consent");

        taro.fill("payment", "account-consent=no");
        assertThat(taro.filling().checkAll()).extracting(Finding::code).contains("rule-account-holder");
    }
}

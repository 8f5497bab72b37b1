package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkuyamiTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deceased | death-reported=no | not-reported | death-reported=yes
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("okuyami", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            situation: householder=yes | others-remain | situation: householder=no
            situation: householder=yes & others-remain=several | new-householder | situation: householder=yes & others-remain=one
            situation: insurance=kokuho | funeral-held | situation: insurance=work
            situation: insurance=late-elderly | funeral-held | situation: insurance=unknown
            situation: insurance=kokuho; funeral: funeral-held=yes | funeral-date mourner account bankbook mourner-proof | situation: insurance=kokuho; funeral: funeral-held=no
            situation: insurance=kokuho; funeral: funeral-held=yes & mourner=no | mourner-name mourner-address | situation: insurance=kokuho; funeral: funeral-held=yes & mourner=yes
            situation: city-tax=yes | heir-name heir-address heir-relation | situation: city-tax=no
            situation: city-housing=yes | housing-stay | situation: city-housing=no
            more-situation: jido-teate=yes | jido-next | more-situation: jido-teate=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("okuyami", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            more-situation: dog=yes | dog-new-owner todo-dog | more-situation: dog=no
            more-situation: jido-teate=yes | todo-jido | more-situation: jido-teate=no
            situation: householder=yes & others-remain=several | todo-householder | situation: householder=no
            situation: insurance=kokuho | todo-kokuho | situation: insurance=work
            situation: insurance=late-elderly | todo-late-elderly | situation: insurance=kokuho
            situation: insurance=work | todo-work | situation: insurance=kokuho
            situation: kaigo=yes | todo-kaigo | situation: kaigo=no
            situation: pension=national | todo-pension-city | situation: pension=employees
            situation: pension=employees | todo-pension-office | situation: pension=none
            situation: pension=paying | todo-pension-paying | situation: pension=none
            situation: disability=yes | todo-disability | situation: disability=no
            situation: city-tax=yes | todo-tax | situation: city-tax=no
            situation: city-housing=yes | todo-housing | situation: city-housing=no
            situation: seal=yes | todo-seal | situation: seal=no
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("okuyami", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deceased: deceased-birth@1940-01-02 & death-date@1940-01-01 | death-after-birth | deceased: deceased-birth@1940-01-01 & death-date@2026-11-01
            deceased: death-date@2026-11-10; situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2026-11-09 | funeral-after-death | deceased: death-date@2026-11-10; situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2026-11-10
            situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2024-11-19 | funeral-within-two-years | situation: insurance=kokuho; funeral: funeral-held=yes & funeral-date@2024-11-20
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("okuyami", answers, rule, otherwise);
    }

    @Test
    void anAccountThatIsNotTheMournersNeedsAProxy() {
        var taro = Follows.who("okuyami", "situation: insurance=kokuho");
        taro.fill("notifier", name("notifier-name"));
        var account = fields("funeral-held=yes", "mourner=yes", "account.bank=0009", "account.bank-name=三井住友銀行",
                "account.branch=500", "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567",
                "account.holder=コウベ　ハナコ");
        taro.fill("funeral", account);
        assertThat(taro.missing()).doesNotContain("proxy");

        taro.fill("funeral", "account.holder=コウベ　タロウ");
        assertThat(taro.missing()).contains("proxy");

        taro.fill("funeral", all(fields("mourner=no"), fields("mourner-name.family=神戸", "mourner-name.given=太郎",
                "mourner-name.family-kana=コウベ", "mourner-name.given-kana=タロウ")));
        assertThat(taro.missing()).doesNotContain("proxy");
    }
}

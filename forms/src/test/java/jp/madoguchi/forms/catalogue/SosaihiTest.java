package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static jp.madoguchi.forms.catalogue.Applicant.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SosaihiTest {

    @ParameterizedTest
    @ValueSource(strings = {"sosaihi-kokuho", "sosaihi-koki"})
    void followsItsConditions(String id) {
        Follows.ends(id, "deceased", "other-benefit=yes", "other-insurance", "other-benefit=no");
        Follows.asks(id, "funeral: mourner=no", "mourner-name mourner-address", "funeral: mourner=yes");
        Follows.refuses(id, "deceased: deceased-birth@1940-01-02 & death-date@1940-01-01", "death-after-birth",
                "deceased: deceased-birth@1940-01-01 & death-date@2026-11-01");
        Follows.refuses(id, "deceased: death-date@2026-11-10; funeral: funeral-date@2026-11-09",
                "funeral-after-death", "deceased: death-date@2026-11-10; funeral: funeral-date@2026-11-10");
        Follows.tellsOfBeingLate(id, "funeral: funeral-date@2024-11-19", "claim", "funeral: funeral-date@2024-11-20");
        assertThat(Follows.who(id, "funeral: mourner=yes").filling().route().office()).isEqualTo("center");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sosaihi-kokuho", "sosaihi-koki"})
    void anAccountThatIsNotTheMournersNeedsAProxy(String id) {
        var hanako = Follows.who(id, "funeral: mourner=yes");
        hanako.fill("notifier", name("notifier-name"));
        var account = fields("account.bank=0009", "account.bank-name=三井住友銀行", "account.branch=500",
                "account.branch-name=神戸営業部", "account.type=1", "account.number=1234567", "account.holder=コウベ　ハナコ");
        hanako.fill("bank", account);
        assertThat(hanako.missing()).contains("bankbook").doesNotContain("proxy");

        hanako.fill("bank", "account.holder=コウベ　タロウ");
        assertThat(hanako.missing()).contains("proxy");

        hanako.fill("funeral", all(fields("mourner=no"), fields("mourner-name.family=神戸", "mourner-name.given=太郎",
                "mourner-name.family-kana=コウベ", "mourner-name.given-kana=タロウ")));
        assertThat(hanako.missing()).doesNotContain("proxy");
    }
}

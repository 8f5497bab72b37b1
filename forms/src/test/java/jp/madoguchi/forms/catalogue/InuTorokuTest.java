package jp.madoguchi.forms.catalogue;

import static jp.madoguchi.forms.catalogue.Applicant.all;
import static jp.madoguchi.forms.catalogue.Applicant.date;
import static jp.madoguchi.forms.catalogue.Applicant.fields;
import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.filling.Finding;

import org.junit.jupiter.api.Test;

class InuTorokuTest {

    private final Applicant taro = new Applicant("inu-toroku");

    @Test
    void whoMovesInNamesTheFormerTag() {
        taro.fill("reason", "reason=moved-in");
        assertThat(taro.missing()).contains("former-municipality", "former-tag", "vaccination-certificate")
                .doesNotContain("change-detail");
    }

    @Test
    void aChangeIsDescribedAndNeedsNoVaccination() {
        taro.fill("reason", "reason=change");
        assertThat(taro.missing()).contains("change-detail").doesNotContain("former-tag", "vaccination-date",
                "vaccination-certificate");
        assertThat(taro.filling().visiblePages()).extracting(page -> page.id().value())
                .doesNotContain("vaccination");
    }

    @Test
    void aDogKeptElsewhereHasItsOwnAddress() {
        taro.fill("dog", "dog-at-home=no");
        assertThat(taro.missing()).contains("dog-address");
        taro.fill("dog", "dog-at-home=yes");
        assertThat(taro.missing()).doesNotContain("dog-address", "dog-chip");
    }

    @Test
    void dogsAreRegisteredFromNinetyOneDaysOn() {
        assertThat(taro.fill("dog", all(date("dog-birth", 2026, 8, 22), fields("dog-at-home=yes"))))
                .extracting(Finding::code).contains("rule-old-enough");
        assertThat(taro.fill("dog", all(date("dog-birth", 2026, 8, 21), fields("dog-at-home=yes"))))
                .extracting(Finding::code).doesNotContain("rule-old-enough");
    }

    @Test
    void theFeeIsShown() {
        assertThat(taro.filling().procedure().fee().items()).extracting(amount -> amount.yen()).containsExactly(3000,
                550);
        assertThat(taro.filling().route().office()).isEqualTo("eisei");
    }
}

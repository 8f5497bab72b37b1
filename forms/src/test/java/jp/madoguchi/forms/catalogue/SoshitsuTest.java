package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three insurances that end with a death. */
class SoshitsuTest {

    @ParameterizedTest
    @CsvSource({"kokuho-soshitsu, center", "koki-soshitsu, kitasuma", "kaigo-soshitsu, kitasuma"})
    void followsItsConditions(String id, String office) {
        Follows.shows(id, "cards: returning=post", "post-to", "cards: returning=counter");
        Follows.shows(id, "cards: returning=lost", "lost-note", "cards: returning=returned");
        Follows.asks(id, "settlement: recipient-same=no", "recipient-name recipient-address",
                "settlement: recipient-same=yes");
        Follows.refuses(id, "deceased: deceased-birth@1940-01-02 & death-date@1940-01-01", "death-after-birth",
                "deceased: deceased-birth@1940-01-01 & death-date@2026-11-01");
        var hanako = new Applicant(id);
        hanako.fill("deceased", Applicant.address("deceased-address", "須磨区", "横尾三丁目"));
        assertThat(hanako.filling().route().office()).isEqualTo(office);
        assertThat(hanako.missing()).doesNotContain("account", "insurance-number");
    }
}

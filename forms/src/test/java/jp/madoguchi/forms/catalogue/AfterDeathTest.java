package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Head of household, seal card, heirs. */
class AfterDeathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            setainushi-henko | notifier: same-household=no | proxy | notifier: same-household=yes
            setainushi-henko | deceased: death-date@2026-11-05 | late-reason | deceased: death-date@2026-11-06
            inkan-henkan | card: returning=lost | found-later | card: returning=destroyed
            sozokunin-daihyo | representative: representative-same=no | representative-name representative-birth representative-address representative-phone | representative: representative-same=yes
            """)
    void asksFor(String procedure, String answers, String questions, String otherwise) {
        Follows.asks(procedure, answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inkan-henkan | card: returning=post | post-to | card: returning=counter
            sozokunin-daihyo | deceased: taxes=property | property-place | deceased: taxes=vehicle
            """)
    void shows(String procedure, String answers, String questions, String otherwise) {
        Follows.shows(procedure, answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            setainushi-henko | household: new-head-birth@2011-11-22 | old-enough | household: new-head-birth@2011-11-21
            inkan-henkan | deceased: deceased-birth@1940-01-02 & death-date@1940-01-01 | death-after-birth | deceased: deceased-birth@1940-01-01 & death-date@2026-11-01
            setainushi-henko | deceased: deceased-birth@1940-01-02 & death-date@1940-01-01 | death-after-birth | deceased: deceased-birth@1940-01-01 & death-date@2026-11-01
            sozokunin-daihyo | deceased: deceased-birth@1940-01-02 & death-date@1940-01-01 | death-after-birth | deceased: deceased-birth@1940-01-01 & death-date@2026-11-01
            """)
    void refuses(String procedure, String answers, String rule, String otherwise) {
        Follows.refuses(procedure, answers, rule, otherwise);
    }

    @Test
    void anHeirWhoDoesNotAgreeIsAnswered() {
        var hanako = new Applicant("sozokunin-daihyo").add("heirs");
        var id = new jp.madoguchi.forms.QuestionId("disagreement");
        hanako.fill("representative", "heirs.r1.heir-agrees=yes");
        assertThat(hanako.filling().visibility().shows(id)).isFalse();
        hanako.fill("representative", "heirs.r1.heir-agrees=no");
        assertThat(hanako.filling().visibility().shows(id)).isTrue();
    }
}

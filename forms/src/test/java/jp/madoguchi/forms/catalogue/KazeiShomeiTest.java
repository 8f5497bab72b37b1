package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KazeiShomeiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certificate | in-city=no | lived-elsewhere | in-city=yes
            certificate | filed=not-filed | not-filed | filed=reported
            certificate | use=school & school-support=yes | school-support | use=school & school-support=no
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("kazei-shomei", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certificate: use=school | school-support | certificate: use=loan
            applicant: requester=agent | taxpayer-name taxpayer-birth taxpayer-address relation proxy | applicant: requester=self
            taxpayer: moved=yes | january-address | taxpayer: moved=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("kazei-shomei", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certificate: year=r8 | store | certificate: year=r6
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("kazei-shomei", answers, questions, otherwise);
    }

    @Test
    void theFeeIsThatOfTheCopies() {
        assertThat(Follows.who("kazei-shomei", "certificate: copies=2").filling().fee().total()).isEqualTo(600);
    }
}

package jp.madoguchi.forms.catalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenshutsuTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way | way=mynaportal | mynaportal | way=post
            way | way=counter | counter | way=post
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("tenshutsu", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            move: move-date@2026-11-05 | late-reason | move: move-date@2026-11-06
            move: new-place=japan | new-address facility | move: new-place=abroad
            move: new-place=abroad | country | move: new-place=japan
            move: new-place=japan & facility=yes | facility-name | move: new-place=japan & facility=no
            movers: householder-changes=yes | new-householder | movers: householder-changes=no
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("tenshutsu", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            related: related=kokuho | kokuho-note | related: related=kaigo
            related: related=kaigo | kaigo-note | related: related=jido-teate
            related: related=jido-teate | jido-note | related: related=kokuho
            notifier: relation=agent | proxy-note | notifier: relation=self
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("tenshutsu", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            move: move-date@2026-12-05 | not-too-early | move: move-date@2026-12-04
            """)
    void refuses(String answers, String rule, String otherwise) {
        Follows.refuses("tenshutsu", answers, rule, otherwise);
    }
}

package jp.madoguchi.forms.catalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkanShomeiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way | way=store | convenience-store | way=post
            way | way=counter & has-card=no | lost-card | way=counter & has-card=yes
            """)
    void leadsElsewhere(String page, String answers, String ending, String otherwise) {
        Follows.ends("inkan-shomei", page, answers, ending, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way: way=counter | visit-date visit-time | way: way=post
            way: way=post | card-photo | way: way=counter
            """)
    void asksFor(String answers, String questions, String otherwise) {
        Follows.asks("inkan-shomei", answers, questions, otherwise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way: way=counter | visit-note | way: way=post
            way: way=post | post-note | way: way=counter
            """)
    void shows(String answers, String questions, String otherwise) {
        Follows.shows("inkan-shomei", answers, questions, otherwise);
    }
}

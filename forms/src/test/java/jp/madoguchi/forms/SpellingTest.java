package jp.madoguchi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("id", "kind", "label", "hint", "show-if", "what-is-needed");

    @ParameterizedTest
    @CsvSource({"lable, label", "Label, label", "knid, kind", "show_if, show-if", "showIf, show-if", "ｋｉｎｄ, kind",
            "labels, label", "waht-is-neded, what-is-needed"})
    void whatIsWrittenAlmostSoIsMeant(String wrong, String meant) {
        assertThat(Spelling.meant(wrong, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "if", "mind-map", "''", "条件"})
    void anotherWordIsAnotherWord(String word) {
        assertThat(Spelling.meant(word, KNOWN)).isEmpty();
    }

    @Test
    void aLongTextIsNoName() {
        assertThat(Spelling.meant("x".repeat(1_000_000), KNOWN)).isEmpty();
        assertThat(Spelling.meant("kind", List.of())).isEmpty();
    }
}

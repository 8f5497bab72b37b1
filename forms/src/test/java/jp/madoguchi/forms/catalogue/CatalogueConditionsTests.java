package jp.madoguchi.forms.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import jp.madoguchi.forms.PageId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line per ⇒ of the procedures: what opens further questions, what they are, and what closes them again. */
class CatalogueConditionsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            okuyami        | belongings/insurance=kokuho            | funeral-date other-holder?        | belongings/insurance=other
            okuyami        | belongings/insurance=kokuho notifier/mourner=yes | account proof other-holder | notifier/mourner=no
            okuyami        | belongings/insurance=late-elderly notifier/mourner=yes funeral/other-holder=yes | attorney | funeral/other-holder=no
            """)
    void answersOpenAndCloseQuestions(String procedure, String opening, String opened, String closing) {
        var someone = new Applicant(procedure);
        // A "?" marks what is opened but optional, a "-" in the last column what stays open.
        var wanted = Arrays.stream(opened.split(" +")).filter(path -> !path.endsWith("?")).toList();
        var staying = Arrays.stream(closing.split(" +")).filter(path -> path.startsWith("-"))
                .map(path -> path.substring(1)).toList();
        assertThat(someone.missing()).doesNotContainAnyElementsOf(wanted);

        post(someone, opening);
        assertThat(someone.missing()).containsAll(wanted);

        post(someone, closing);
        assertThat(someone.missing()).doesNotContainAnyElementsOf(
                wanted.stream().filter(path -> !staying.contains(path)).toList()).containsAll(staying);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            """)
    void someAnswersLeadElsewhere(String procedure, String page, String answers) {
        var someone = new Applicant(procedure);
        assertThat(someone.filling().endingAfter(new PageId(page))).isEmpty();

        post(someone, answers);
        assertThat(someone.filling().endingAfter(new PageId(page))).isPresent();
    }

    /** Fields of one page after the other: {@code page/field=value}. */
    private static void post(Applicant someone, String answers) {
        for (var answer : List.of(answers.trim().split(" +"))) {
            if (!answer.startsWith("-")) {
                var at = answer.indexOf('/');
                someone.fill(answer.substring(0, at), answer.substring(at + 1));
            }
        }
    }
}

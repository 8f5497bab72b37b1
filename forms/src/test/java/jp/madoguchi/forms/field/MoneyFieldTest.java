package jp.madoguchi.forms.field;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.reading.ReadingView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyFieldTest {

    private static final PageId P = new PageId("p");
    private static final QuestionId Q = new QuestionId("q");
    private static final Procedure FORM = SampleForms.asking("kind: money, min: -500, max: 1000000");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30000      | 30000
            30,000     | 30000
            ３０，０００円 | 30000
            ¥30,000    | 30000
            ￥30000    | 30000
            3万        | 30000
            ３万円      | 30000
            3万5000円  | 35000
            3万5,000   | 35000
            −500       | -500
            0          | 0
            1000 yen   | 1000
            """)
    void isTakenAsPeopleWriteIt(String typed, long yen) {
        var saved = Filling.begin(FORM, TODAY).save(P, posted("q=" + typed));
        assertThat(saved.findings()).isEmpty();
        assertThat(saved.filling().answers().get(Q)).contains(new Answer.Number(BigDecimal.valueOf(yen)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"300.5", "三万", "30,00", "万", "3万50000", "1,0000", "$30", "--3", "3千", "¥"})
    void isAskedForAgainWhereItIsNoAmount(String typed) {
        var saved = Filling.begin(FORM, TODAY).save(P, posted("q=" + typed));
        assertThat(saved.findings()).extracting(Finding::code).containsExactly("not-an-amount");
        assertThat(saved.filling().entries(FieldPath.of(Q)).first("q")).isEqualTo(typed);
    }

    @Test
    void standsWithSeparatorsWhereverItIsShown() {
        var filling = Filling.begin(FORM, TODAY).save(P, posted("q=1000000")).filling();
        assertThat(filling.entries(FieldPath.of(Q)).first("q")).isEqualTo("1,000,000");
        assertThat(value(filling, Language.JA)).isEqualTo("1,000,000円");
        assertThat(value(filling, Language.EN)).isEqualTo("1,000,000 yen");
    }

    @Test
    void keepsToItsLimits() {
        assertThat(Filling.begin(FORM, TODAY).save(P, posted("q=-501")).findings()).singleElement()
                .satisfies(finding -> assertThat(finding.message().ja()).contains("-500円以上"));
        assertThat(Filling.begin(FORM, TODAY).save(P, posted("q=999999999999999")).findings()).singleElement()
                .satisfies(finding -> assertThat(finding.message().ja()).contains("1,000,000円以下"));
    }

    @Test
    void theFileTakesWholeYenOnly() {
        assertThatThrownBy(() -> SampleForms.asking("kind: money, min: 0.5")).hasMessageContaining("円の整数");
        assertThatThrownBy(() -> SampleForms.asking("kind: money, min: 5, max: 4"))
                .hasMessageContaining("min が max より大きく");
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(FORM))).isEqualTo(FORM);
        assertThat(DefinitionFile.writeJson(SampleForms.asking("kind: money")))
                .contains("\"kind\":\"money\",\"label\"");
    }

    private static String value(Filling filling, Language language) {
        return ReadingView.of(FORM, filling.answers(), language).sections().getFirst().lines().getFirst().value();
    }
}

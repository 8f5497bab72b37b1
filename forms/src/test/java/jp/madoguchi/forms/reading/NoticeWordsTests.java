package jp.madoguchi.forms.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;

import org.junit.jupiter.api.Test;

/** What a notice names under 記. */
class NoticeWordsTests {

    private static final QuestionId CHILDREN = new QuestionId("children");

    @Test
    void everyChildIsNamedAndOneWithoutABirthdayIsNot() {
        var answers = Answers.NONE.with(CHILDREN, new Answer.Rows(List.of(
                child("r1", new Answer.PersonName("𠮷野", "花", "ヨシノ", "ハナ"), LocalDate.of(2026, 11, 5)),
                child("r2", new Answer.PersonName("髙橋", "一郎", null, null), LocalDate.of(2019, 5, 1)),
                new Row(new RowId("r3"), Answers.NONE.with(new QuestionId("child-name"),
                        new Answer.PersonName("神戸", "次郎", null, null)))),
                3));
        assertThat(NoticeWords.of(SampleForms.fromCatalogue("jido-teate"), answers)).singleElement()
                .satisfies(said -> {
                    assertThat(said.label()).isEqualTo("対象の児童");
                    assertThat(said.text().lines()).containsExactly("𠮷野　花（令和8年11月5日生まれ）",
                            "髙橋　一郎（令和元年5月1日生まれ）");
                });
        assertThat(NoticeWords.of(SampleForms.fromCatalogue("jido-teate"), Answers.NONE)).isEmpty();
    }

    private static Row child(String row, Answer.PersonName name, LocalDate birth) {
        return new Row(new RowId(row), Answers.NONE.with(new QuestionId("child-name"), name)
                .with(new QuestionId("child-birth"), new Answer.Date(birth)));
    }
}

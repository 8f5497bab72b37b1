package jp.madoguchi.forms.reading;

import static org.assertj.core.api.Assertions.assertThat;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.condition.Condition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionWordsTest {

    @ParameterizedTest
    @CsvSource({"jido-teate,higher-income,「請求する方に配偶者はいますか」が「はい」のとき",
            "jido-teate,account-is-own,「振込先の口座」に答えた、かつ、「振込先の口座」の名義が「お名前」と違うとき",
            "jido-teate,mutual-aid-proof,「請求する方が加入している年金」が「公務員等の共済組合（国家公務員共済・地方公務員等共済）」の、かつ、「お子さんの生年月日」から数えた年齢が3より少ない「お子さん」の件数が1以上のとき"})
    void conditionsReadAsSentences(String procedure, String question, String sentence) {
        var definition = SampleForms.fromCatalogue(procedure);
        var item = definition.item(new QuestionId(question)).orElseThrow();

        assertThat(ConditionWords.when(definition, item.showIf())).isEqualTo(sentence);
    }

    @Test
    void theDogMustBeOldEnough() {
        var dog = SampleForms.fromCatalogue("inu-toroku");

        assertThat(ConditionWords.when(dog, dog.rules().stream()
                .filter(rule -> rule.id().equals("old-enough")).findFirst().orElseThrow().holds()))
                .isEqualTo("「犬の生年月日」が申請する日の91日前以前のとき");
        assertThat(ConditionWords.when(dog, Condition.ALWAYS)).isEqualTo("いつも");
        assertThat(ConditionWords.when(dog, new Condition.Answered(new QuestionId("gone")))).contains("なくなった質問");
    }
}

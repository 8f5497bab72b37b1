package jp.madoguchi.portal.passphrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseRuleTest {

    private static final Answers CHILD = answers(
            Map.of("child-name", new Answer.PersonName("髙橋", "健太郎", "タカハシ", "ケンタロウ"),
                    "child-birth", new Answer.Date(LocalDate.of(2019, 5, 1))));
    private static final OwnWords OWN = OwnWords.of(answers(Map.of("name",
            new Answer.PersonName("髙橋", "由美", "タカハシ", "ユウミ"), "birth", new Answer.Date(LocalDate.of(1985, 3, 9)),
            "phone",
            new Answer.Text("090-1234-5679"), "mail", new Answer.Text("yumi.takahashi@example.jp"), "children",
            new Answer.Rows(List.of(new Row(new RowId("r1"), CHILD))), "why", new Answer.Text("引っ越したためです"))),
            "3566-3958-9841-47");

    private static Answers answers(Map<String, Answer> given) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        given.forEach((id, answer) -> answers.put(new QuestionId(id), answer));
        return new Answers(answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "短い", "1234567", "ａｂｃ１２３４", "        ", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷"})
    void mustBeLongEnough(String word) {
        assertThat(PassphraseRule.brokenBy(word, OWN)).contains(PassphraseRule.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "１２３４５６７８", "1234567890", "87654321", "abcdefgh", "ABCDEFGH", "hgfedcba",
            "qwertyuiop",
            "asdfghjkl", "poiuytrewq", "1qaz2wsx", "qwer1234", "abcd1234", "abc123xyz", "aaaaaaaa", "11111111",
            "aaaa1111",
            "10101010", "abcabcabc", "12341234", "ああああああああ", "あいうえおかきく", "アイウエオカキク", "いろはにほへとち",
            "合言葉合言葉合言葉", "password", "Password1", "PASSWORD!", "password2026", "iloveyou1", "madoguchi1",
            "パスワード2026", "!!!!!!!!", "!?!?!?!?", "20260401"})
    void mustNotBeGuessedAtOnce(String word) {
        assertThat(PassphraseRule.brokenBy(word, OWN)).contains(PassphraseRule.SIMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09012345679", "090-1234-5679", "９０１２３４５６７９", "12345679", "+819012345679", "19850309",
            "1985-03-09",
            "S600309S600309x", "昭和60年3月9日", "1985年3月9日", "03091985", "850309tel", "takahashi", "Takahashi1985",
            "takahashi123",
            "yumi1985",
            "yuumi0309", "たかはし　ゆうみ", "タカハシ ユウミ", "ﾀｶﾊｼ ﾕｳﾐさん", "髙橋由美1985", "高橋由美0309", "高橋健太郎2019", "kentaro2019",
            "kentarou0501", "yumi.takahashi@example.jp", "yumi.takahashi", "yumitakahashi1", "35663958984147",
            "3566-3958-9841-47", "39589841-47a"})
    void mustNotBeWhatIsKnownOfTheApplicant(String word) {
        assertThat(PassphraseRule.brokenBy(word, OWN)).as(word).contains(PassphraseRule.OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"さくらの咲くころ", "もみじの散るころに", "みほんの合言葉です", "madoguchi-load-word", "correct horse battery",
            "由美と健太郎は海へ行く",
            "kumo-no-ue-2026", "むらさきのねこ", "tKh8#mQ2", "20261127雨でした", "青いポスト３つ", "1985年のプリンを食べた"})
    void everythingElseIsGood(String word) {
        assertThat(PassphraseRule.brokenBy(word.length() < 8 ? word + "がいます" : word, OWN)).isEmpty();
    }
}

package jp.madoguchi.forms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.Sensitivity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A browser, or whoever plays one, may send a field several times: what counts is the first that says something. */
class SentTwiceTest {

    private static final List<String> NOTHING_TO_SEE = List.of("", " ", "　", "\t", "\u200D", "\u3164", "\uFE0F",
            "\u2800 ",
            "\u00A0");

    /** An answer for every part of a kind that is posted. */
    private static final Map<KindName, Map<String, String>> TYPED = Map.ofEntries(
            Map.entry(KindName.TEXT, Map.of("", "本文")), Map.entry(KindName.NUMBER, Map.of("", "12")),
            Map.entry(KindName.MONEY, Map.of("", "5")), Map.entry(KindName.TIME, Map.of("", "14:30")),
            Map.entry(KindName.DATE, Map.of("era", "R", "year", "7", "month", "4", "day", "1")),
            Map.entry(KindName.MONTH, Map.of("era", "R", "year", "7", "month", "4")),
            Map.entry(KindName.YES_NO, Map.of("", "yes")), Map.entry(KindName.CHOOSE_ONE, Map.of("", "a")),
            Map.entry(KindName.CHOOSE_MANY, Map.of("", "b", "other", "ほか")),
            Map.entry(KindName.CHOOSE_LISTED, Map.of("", "x", "words", "園")),
            Map.entry(KindName.PERSON_NAME,
                    Map.of("family", "吉野", "given", "花", "family-kana", "ヨシノ", "given-kana", "ハナ")),
            Map.entry(KindName.KANA, Map.of("", "ヨシノ")),
            Map.entry(KindName.ADDRESS,
                    Map.of("postal", "6500001", "prefecture-city", "兵庫県神戸市", "ward", "中央区", "town", "加納町", "number",
                            "6-5-1", "building", "市役所")),
            Map.entry(KindName.PHONE, Map.of("", "078-331-8181")),
            Map.entry(KindName.MAIL, Map.of("", "a@example.jp", "again", "a@example.jp")),
            Map.entry(KindName.BANK_ACCOUNT,
                    Map.of("bank", "0009", "branch", "500", "type", "1", "number", "1234567", "holder", "ヨシノ ハナ")),
            Map.entry(KindName.CODE_NUMBER, Map.of("", "123")), Map.entry(KindName.AGREEMENT, Map.of("", "yes")));

    @ParameterizedTest
    @MethodSource("jp.madoguchi.forms.field.KindTest#kinds")
    void blanksAreNoAnswerHoweverOftenTheyAreSent(QuestionKind kind) {
        var parts = new LinkedHashMap<String, List<String>>();
        Fields.parts(kind).forEach(part -> parts.put(part, NOTHING_TO_SEE));

        assertThat(read(kind, parts)).isEqualTo(new Reading.Nothing());
    }

    @ParameterizedTest
    @MethodSource("jp.madoguchi.forms.field.KindTest#kinds")
    void whatStandsBehindABlankCounts(QuestionKind kind) {
        var typed = TYPED.getOrDefault(QuestionField.of(kind).name(), Map.of());
        assertThat(typed.isEmpty()).isEqualTo(Fields.parts(kind).isEmpty());
        var once = new LinkedHashMap<String, List<String>>();
        var twice = new LinkedHashMap<String, List<String>>();
        typed.forEach((part, value) -> {
            once.put(part, List.of(value));
            twice.put(part, List.of("", "　", value));
        });

        assertThat(read(kind, twice)).isEqualTo(read(kind, once));
        assertThat(read(kind, once)).isInstanceOf(typed.isEmpty() ? Reading.Nothing.class : Reading.Understood.class);
    }

    private static Reading read(QuestionKind kind, Map<String, List<String>> parts) {
        return Fields.read(new Question(new QuestionId("q"), kind, Localized.ja("問い"), null, null, true,
                Condition.ALWAYS, Sensitivity.OPEN, null, null, null, null), new Typed(parts), SampleForms.TODAY);
    }
}

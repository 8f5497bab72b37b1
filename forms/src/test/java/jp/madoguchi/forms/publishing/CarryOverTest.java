package jp.madoguchi.forms.publishing;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.CarryOver.Left;
import jp.madoguchi.forms.publishing.DraftEffects.Weight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryOverTest {

    private static final PageId P = new PageId("p");
    private static final QuestionId Q = new QuestionId("q");

    /** What one answer becomes where only the kind of its question changes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // old kind | typed | new kind | kept as (answer, typed, left) | how
            "kind: text, max: 50|q=12|kind: number|answer|Number[value=12]",
            "kind: text, max: 50|q=十二くらい|kind: number|typed|十二くらい",
            "kind: text, max: 50|q=abc|kind: text, max: 2|answer|Text[value=abc]",
            "kind: number|q=30000|kind: money|answer|Number[value=30000]",
            "kind: phone|q=078-331-8181|kind: text, max: 20|answer|Text[value=078-331-8181]",
            "kind: text, max: 50|q=a@example.jp|kind: mail|typed|a@example.jp",
            "kind: yes-no|q=yes|kind: text, max: 20|answer|Text[value=はい]",
            "kind: yes-no|q=yes|kind: number|left|はい",
            "'kind: choose-one, options: [{code: x, label: 甲}]'|q=x|'kind: choose-many, options: [{code: x, label: 甲}, {code: y, label: 乙}]'|answer|Choices[codes=[x], other=null]",
            "'kind: choose-one, options: [{code: x, label: 甲}]'|q=x|'kind: choose-one, options: [{code: y, label: 乙}]'|left|甲",
            "'kind: agreement, statement: 一'|q=yes|'kind: agreement, statement: 二'|nothing|''"})
    void anAnswerFindsItsPlace(String old, String typed, String now, String kept, String how) {
        var filling = Filling.begin(SampleForms.asking(old), TODAY).save(P, posted(typed)).filling();
        assertThat(filling.answers().get(Q)).isPresent();

        var carried = over(filling, SampleForms.asking(now));

        assertThat(carried.lookAgain()).containsExactly(FieldPath.of(Q));
        assertThat(carried.filling().answers().get(Q).map(Answer::toString).orElse(""))
                .isEqualTo(kept.equals("answer") ? how : "");
        assertThat(carried.filling().pending().first("q")).isEqualTo(kept.equals("typed") ? how : "");
        assertThat(carried.left()).extracting(Left::words)
                .isEqualTo(kept.equals("left") ? List.of(how) : List.<String>of());
    }

    @Test
    void aMonthWaitsForItsDay() {
        var filling = Filling.begin(SampleForms.asking("kind: month"), TODAY)
                .save(P, posted("q.era=R", "q.year=8", "q.month=4")).filling();

        var carried = over(filling, SampleForms.asking("kind: date"));

        assertThat(carried.filling().answers().get(Q)).isEmpty();
        assertThat(carried.filling().entries(FieldPath.of(Q)).first("q.month")).isEqualTo("4");
        assertThat(over(Filling.begin(SampleForms.asking("kind: date"), TODAY)
                .save(P, posted("q.era=R", "q.year=8", "q.month=4", "q.day=1")).filling(),
                SampleForms.asking("kind: month")).filling().answers().get(Q)).isPresent();
    }

    @Test
    void ofSeveralChoicesThoseThatAreStillOfferedStay() {
        var old = SampleForms.asking(
                "kind: choose-many, options: [{code: x, label: 甲}, {code: y, label: 乙}, {code: z, label: 丙, asks-for-words: true}]");
        var filling = Filling.begin(old, TODAY).save(P, posted("q=x", "q=z", "q.other=猫")).filling();

        var carried = over(filling, SampleForms.asking("kind: choose-many, options: [{code: x, label: 甲}]"));

        assertThat(carried.filling().answers().get(Q)).contains(new Answer.Choices(List.of("x"), null));
        assertThat(carried.left()).extracting(Left::words).containsExactly("丙（猫）");
    }

    private static final String ROWS = """
            pages:
              - id: first
                title: はじめ
                questions:
                  - {id: q, kind: person-name, label: お名前, with-kana: false}
                  - id: children
                    kind: repeat
                    label: お子さん
                    max: 3
                    questions:
                      - {id: name, kind: text, max: 20, label: 呼び名}
                      - {id: likes, kind: text, max: 20, label: 好きなもの}
              - id: second
                title: つぎ
                questions:
                  - {id: memo, kind: text, max: 20, label: メモ}
            """;

    private static Filling filled() {
        var begun = Filling.begin(SampleForms.with(ROWS), TODAY);
        var row = begun.addRow(FieldPath.parse("children"));
        return row.save(new PageId("first"), posted("q.family=神戸", "q.given=花子", "children.r1.name=一郎",
                "children.r1.likes=電車")).filling().save(new PageId("second"), posted("memo=覚え")).filling();
    }

    @Test
    void rowsMoveWithTheirNamesAndWhatIsGoneIsNamedWithItsRow() {
        var newer = SampleForms.with(ROWS.replace("id: likes, kind: text, max: 20, label: 好きなもの",
                "id: age, kind: number, label: 歳"));

        var carried = over(filled(), newer, "first", "second");

        assertThat(carried.left()).extracting(Left::words).containsExactly("電車");
        assertThat(carried.left().getFirst().label()).contains("好きなもの");
        assertThat(carried.lookAgain()).containsExactly(FieldPath.parse("children.r1.age"));
        assertThat(carried.filling().check(new PageId("first"))).isNotEmpty();
        assertThat(over(filled(), SampleForms.with(ROWS.replace("children", "kids")), "first", "second").left())
                .extracting(Left::words).containsExactly("一郎", "電車");
    }

    @Test
    void whatIsAskedNewlyIsToldOnlyWhereOneHasBeen() {
        var newer = SampleForms.with(ROWS.replace("- {id: memo,",
                "- {id: day, kind: date, label: 日付}\n      - {id: memo,"));

        assertThat(over(filled(), newer, "first").lookAgain()).isEmpty();
        assertThat(over(filled(), newer, "first", "second").lookAgain())
                .containsExactly(FieldPath.of(new QuestionId("day")));
    }

    @Test
    void aPageOfTheOlderVersionIsTakenAfterTheDraftHasMoved() {
        var older = SampleForms.with(ROWS);
        var newer = SampleForms.with(ROWS.replace("id: likes, kind: text, max: 20, label: 好きなもの",
                "id: age, kind: number, label: 歳"));
        var now = over(filled(), newer, "first").filling().save(new PageId("first"), posted("q.family=神戸",
                "q.given=花子", "children.r1.name=一郎", "children.r1.age=5")).filling();
        var page = older.page(new PageId("first")).orElseThrow();
        var typed = posted("q.family=港", "q.given=花子", "children.r1.name=次郎", "children.r1.likes=船");

        var late = CarryOver.late(now, older, page, typed, false, Language.JA).carried();

        assertThat(late.filling().answer(FieldPath.parse("q"))).hasToString(
                "Optional[PersonName[family=港, given=花子, familyKana=null, givenKana=null]]");
        assertThat(late.filling().answer(FieldPath.parse("children.r1.name"))).contains(new Answer.Text("次郎"));
        assertThat(late.filling().answer(FieldPath.parse("children.r1.age"))).isPresent();
        assertThat(late.filling().answer(FieldPath.parse("memo"))).contains(new Answer.Text("覚え"));
        assertThat(late.left()).extracting(Left::words).containsExactly("船");

        var overtaken = CarryOver.late(now, older, page, typed, true, Language.JA).carried();
        assertThat(overtaken.filling()).isEqualTo(now);
        assertThat(overtaken.left()).extracting(Left::words).contains("港　花子", "次郎", "船");
    }

    @Test
    void designersAreToldWhatBecomesOfAnswers() {
        var newer = SampleForms.with(ROWS
                .replace("id: likes, kind: text, max: 20, label: 好きなもの", "id: age, kind: number, label: 歳")
                .replace("id: memo, kind: text, max: 20", "id: memo, kind: files, max: 2"));

        assertThat(DraftEffects.between(SampleForms.with(ROWS), newer)).extracting(DraftEffects.Effect::weight)
                .containsExactly(Weight.LOST, Weight.LOST, Weight.ASKED);
        assertThat(DraftEffects.between(SampleForms.with(ROWS), newer)).extracting(DraftEffects.Effect::sentence)
                .containsExactly("「お子さん」の質問「好きなもの」がなくなります。答えは申請に入らず、本人に言葉で示します。",
                        "質問「メモ」の種類が「文字」から「ファイル」に変わります。答えは言葉で示し、もう一度答えてもらいます。",
                        "必須の「お子さん」の質問「歳」が加わります。先へ進んだ人も、そのページに戻って答えることになります。");
        assertThat(DraftEffects.between(newer, newer)).isEmpty();
    }

    private static CarryOver over(Filling filling, Procedure newer, String... done) {
        return CarryOver.of(filling, newer, Set.copyOf(List.of(done).stream().map(PageId::new).toList()), Language.JA);
    }
}

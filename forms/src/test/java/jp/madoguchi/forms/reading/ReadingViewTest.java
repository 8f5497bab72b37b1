package jp.madoguchi.forms.reading;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;

import org.junit.jupiter.api.Test;

class ReadingViewTest {

    private static final PageId P = new PageId("p");

    private final Procedure procedure = SampleForms.with("""
            pages:
              - id: p
                title: {ja: ページ, en: Page}
                questions:
                  - {id: since, kind: date, label: {ja: 日付, en: Date}}
                  - {id: more, kind: yes-no, label: 続き}
                  - {id: detail, kind: text, max: 9, label: 詳しく, required: false, show-if: {question: more, is: "yes"}}
                  - {id: home, kind: address, label: 住所, required: false}
                  - {id: income, kind: number, unit: 円, label: 収入, required: false}
                  - {id: proof, kind: files, max: 3, label: 書類, required: false}
                  - id: people
                    kind: repeat
                    label: 人
                    row-title: {ja: 人, en: Person}
                    title-from: name
                    questions:
                      - {id: name, kind: person-name, label: 名前}
                      - {id: age, kind: number, label: 年, required: false}
            """);

    @Test
    void answersAreReadInTheOrderAndWordsOfTheForm() {
        var filling = filling().save(P,
                posted("since.era=R", "since.year=元", "since.month=5", "since.day=1", "more=yes",
                        "home.postal=6508570", "home.prefecture-city=神戸市", "home.ward=中央区", "home.town=加納町",
                        "home.number=1",
                        "home.building=市役所", "income=1234567", "people.r1.name.family=𠮷田", "people.r1.name.given=花子",
                        "people.r1.name.family-kana=ヨシダ", "people.r1.name.given-kana=ハナコ"))
                .filling();
        var view = ReadingView.of(procedure, filling.effectiveAnswers(), Language.JA);

        assertThat(view.sections()).extracting(ReadingView.Section::title).containsExactly("ページ", "人 1：𠮷田　花子");
        assertThat(view.sections().getFirst().lines()).extracting(ReadingView.Line::value).containsExactly(
                "令和元年5月1日（2019年）", "はい", "", "〒650-8570\n神戸市中央区加納町1\n市役所", "1,234,567円", "");
        assertThat(view.sections().get(1).lines().getFirst().value()).isEqualTo("𠮷田　花子\nヨシダ　ハナコ");
        assertThat(ReadingView.of(procedure, filling.effectiveAnswers(), Language.EN).sections().getFirst().lines()
                .getFirst().value()).isEqualTo("1 May 2019");
    }

    @Test
    void whatIsHiddenDoesNotAppear() {
        var view = ReadingView.of(procedure,
                filling().save(P, posted("more=no", "detail=秘密")).filling().effectiveAnswers(), Language.JA);

        assertThat(view.toString()).doesNotContain("詳しく", "秘密");
    }

    @Test
    void changesAreToldInWords() {
        var before = filling()
                .save(P, posted("more=yes", "detail=a", "people.r1.name.family=一", "people.r1.name.given=二",
                        "people.r1.name.family-kana=ア", "people.r1.name.given-kana=イ"))
                .filling();
        var after = before.addRow(FieldPath.parse("people"))
                .save(P, posted("more=no", "people.r1.name.family=一", "people.r1.name.given=三",
                        "people.r1.name.family-kana=ア", "people.r1.name.given-kana=イ", "people.r2.name.family=KIM",
                        "people.r2.name.family-kana=キム"))
                .filling();

        assertThat(AnswerChange.between(procedure, before.effectiveAnswers(), after.effectiveAnswers()))
                .containsExactly(
                        new AnswerChange(FieldPath.of(new QuestionId("more")), "ページ", "続き", "はい", "いいえ"),
                        new AnswerChange(FieldPath.of(new QuestionId("detail")), "ページ", "詳しく", "a", ""),
                        new AnswerChange(
                                FieldPath.of(new QuestionId("people"), new RowId("r1"), new QuestionId("name")), "人 1",
                                "名前", "一　二\nア　イ", "一　三\nア　イ"),
                        new AnswerChange(
                                FieldPath.of(new QuestionId("people"), new RowId("r2"), new QuestionId("name")),
                                "人 2（追加）", "名前", "", "KIM\nキム"));
        assertThat(AnswerChange.between(procedure, after.effectiveAnswers(), after.effectiveAnswers())).isEmpty();
    }

    @Test
    void filesDifferByTheirContent() {
        var path = FieldPath.of(new QuestionId("proof"));
        var one = filling().attach(path, file("a.pdf", "a")).filling();
        var same = filling().attach(path, file("other name.pdf", "a")).filling();
        var other = filling().attach(path, file("a.pdf", "b")).filling();

        assertThat(AnswerChange.between(procedure, one.effectiveAnswers(), same.effectiveAnswers())).isEmpty();
        assertThat(AnswerChange.between(procedure, one.effectiveAnswers(), other.effectiveAnswers())).hasSize(1);
        assertThat(ReadingView.of(procedure, one.effectiveAnswers(), Language.JA).sections().getFirst().lines())
                .filteredOn(line -> line.label().equals("書類")).singleElement()
                .satisfies(line -> assertThat(line.files()).hasSize(1));
    }

    private Filling filling() {
        return Filling.begin(procedure, TODAY).addRow(FieldPath.parse("people"));
    }

    private static Answer.FileRef file(String name, String digit) {
        return new Answer.FileRef(UUID.randomUUID(), name, 10, digit.repeat(64), "application/pdf");
    }
}

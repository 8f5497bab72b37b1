package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.source.InvalidFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.forms.publishing.OtherFormCheck;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;
import jp.madoguchi.forms.publishing.VersionComparison;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.ReadingView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A doctor writes a letter for somebody's application. */
class FilledByOtherTest {

    private static final FieldPath LETTER = FieldPath.of(new QuestionId("letter"));
    private static final String FORM = """
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: お名前}
                  - {id: note, kind: text, max: 9, label: メモ, required: false}
                  - id: letter
                    kind: filled-by-other
                    label: 意見書
                    procedure: ikensho
                    by: 医師
                    carries: {patient: q}
                    day: written-on
                    or-files: {max: 1}
                  - {id: dated, kind: date, label: 意見書の日付, show-if: {question: letter, is: file}}
                  - {id: thanks, kind: information, label: 案内, text: 届きました, show-if: {question: letter, is: form}}
            rules:
              - id: fresh
                at: letter
                holds: {any: [{question: letter, is: file}, {value: {answer: letter}, is: ">=", than: 2026-11-01}]}
                message: 古い意見書です。
            """;
    private static final Procedure ASKING = SampleForms.with(FORM);
    private static final Procedure LETTERS = DefinitionFile.readYaml(DefinitionFile.writeJson(SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: 医師}
                  - {id: patient, kind: person-name, with-kana: false, label: 患者}
                  - {id: written-on, kind: date, label: 日付}
            """)).replace("\"id\":\"sample\"", "\"id\":\"ikensho\""));

    private static Filling begun() {
        return Filling.begin(ASKING, SampleForms.TODAY).save(new PageId("p"),
                SampleForms.posted("q.family=神戸", "q.given=花子", "q.family-kana=コウベ", "q.given-kana=ハナコ")).filling();
    }

    private static Answer.FilledIn letter(LocalDate day) {
        return new Answer.FilledIn(new ProcedureId("ikensho"), 1, "ab".repeat(32), "{}", "元町 医院",
                LocalDate.of(2026, 11, 19), day, file("意見書.pdf"), List.of(file("検査.pdf")));
    }

    private static Answer.FileRef file(String name) {
        return new Answer.FileRef(UUID.randomUUID(), name, 10, "cd".repeat(32), "application/pdf");
    }

    @Test
    void theOtherPersonFindsWhatIsCarriedOverInTheShapeOfTheirForm() {
        assertThat(begun().carriedInto(LETTERS, LETTER).values()).isEqualTo(
                Map.of(new QuestionId("patient"), new Answer.PersonName("神戸", "花子", null, null)));
        assertThat(begun().carriedInto(LETTERS, FieldPath.of(new QuestionId("note"))).values()).isEmpty();
    }

    @Test
    void whatTheyFilledInAnswersTheQuestionAndGivesItsDay() {
        var without = begun();
        assertThat(without.checkAll()).extracting(Finding::code).containsExactly("required");

        var filled = without.fillIn(LETTER, letter(LocalDate.of(2026, 11, 1))).orElseThrow();
        assertThat(filled.checkAll()).isEmpty();
        assertThat(filled.visibility().shows(new QuestionId("thanks"))).isTrue();
        assertThat(without.fillIn(LETTER, letter(LocalDate.of(2026, 10, 31))).orElseThrow().checkAll())
                .extracting(Finding::code).containsExactly("rule-fresh");
        assertThat(filled.takeOut(LETTER)).isEqualTo(without);
    }

    @Test
    void savingThePageDoesNotTouchIt() {
        var filled = begun().fillIn(LETTER, letter(SampleForms.TODAY)).orElseThrow();
        var saved = filled.save(new PageId("p"), SampleForms.posted("note=あとで", "letter=x"));

        assertThat(saved.filling().answer(LETTER)).isEqualTo(filled.answer(LETTER));
        assertThat(saved.findings()).extracting(Finding::code).contains("unknown-field");
    }

    @Test
    void aFileIsTakenInsteadButNotBeside() {
        var byFile = begun().attach(LETTER, file("紙.pdf")).filling();
        assertThat(byFile.checkAll()).extracting(finding -> finding.path().toString()).containsExactly("dated");

        var filled = byFile.fillIn(LETTER, letter(SampleForms.TODAY)).orElseThrow();
        assertThat(filled.checkAll()).isEmpty();
        assertThat(filled.attach(LETTER, file("紙.pdf")).findings()).extracting(Finding::code)
                .containsExactly("filled-in-already");
    }

    @Test
    void anotherFormOrAnotherPlaceIsNotTaken() {
        var other = new Answer.FilledIn(new ProcedureId("other"), 1, "ab", "{}", "x", SampleForms.TODAY, null,
                file("x.pdf"), List.of());

        assertThat(begun().fillIn(LETTER, other)).isEmpty();
        assertThat(begun().fillIn(FieldPath.of(new QuestionId("note")), letter(SampleForms.TODAY))).isEmpty();
        assertThat(begun().fillIn(FieldPath.parse("rows.r1.letter"), letter(SampleForms.TODAY))).isEmpty();
    }

    @Test
    void itIsReadWithItsPaperFirst() {
        var filled = begun().fillIn(LETTER, letter(SampleForms.TODAY)).orElseThrow();
        var line = ReadingView.of(ASKING, filled.effectiveAnswers(), Language.JA).sections().getFirst().lines()
                .stream().filter(each -> each.path().equals(LETTER)).findFirst().orElseThrow();

        assertThat(line.value()).isEqualTo("元町 医院が令和8年11月19日（2026年）に記入");
        assertThat(line.files()).extracting(Answer.FileRef::name).containsExactly("意見書.pdf", "検査.pdf");
        var same = begun().fillIn(LETTER, letter(SampleForms.TODAY)).orElseThrow();
        assertThat(AnswerChange.between(ASKING, filled.answers(), same.answers())).isEmpty();
        assertThat(AnswerChange.between(ASKING, begun().answers(), same.answers())).hasSize(1);
    }

    @Test
    void aFileIsKeptWhenTheQuestionMayBeAnsweredBySomebodyElse() {
        var before = SampleForms.with("""
                pages: [{id: p, title: 頁, questions: [{id: letter, kind: files, label: 意見書}]}]""");
        var old = Filling.begin(before, SampleForms.TODAY).attach(LETTER, file("紙.pdf")).filling();
        var carried = CarryOver.of(old, ASKING, Set.of(), Language.JA);

        assertThat(carried.filling().answer(LETTER)).isPresent();
        assertThat(carried.lookAgain()).containsExactly(LETTER);
        assertThat(carried.left()).isEmpty();
    }

    @Test
    void aVersionTellsWhatChangedInIt() {
        var other = SampleForms.with(FORM.replace("or-files: {max: 1}", "or-files: {max: 3}").replace("by: 医師",
                "by: 主治医"));

        assertThat(VersionComparison.between(ASKING, other)).extracting(each -> each.sentence()).containsExactly(
                "頁 → 意見書：記入する人の呼び方が「医師」から「主治医」に変わりました。", "頁 → 意見書：上限「3」を追加しました。");
    }

    @Test
    void onlyWhatStandsBeforeIsCarriedOver() {
        var remarks = PublicationChecks.of(SampleForms.with(FORM.replace("patient: q}", "a: dated, b: nobody}")
                .replace("procedure: ikensho", "procedure: sample")));

        assertThat(remarks).filteredOn(remark -> remark.weight() == Remark.Weight.BLOCKING).extracting(Remark::code)
                .contains("filled-by-itself", "forward-reference", "dangling-reference");
    }

    @Test
    void theOtherFormIsComparedWhereItIsKnown() {
        assertThat(OtherFormCheck.of(ASKING, List.of(LETTERS))).isEmpty();
        assertThat(OtherFormCheck.of(ASKING, List.of())).extracting(Remark::code)
                .containsExactly("no-such-procedure");
        var wrong = SampleForms.with(FORM.replace("patient: q", "written-on: q").replace("day: written-on", "day: q"));
        assertThat(OtherFormCheck.of(wrong, List.of(LETTERS))).extracting(Remark::code)
                .containsExactly("not-carried", "no-such-day");
    }

    @Test
    void theFileOfAProcedureWithoutItIsWrittenAsEver() {
        assertThat(DefinitionFile.writeJson(LETTERS)).doesNotContain("filled-by", "carries", "or-files");
        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(ASKING))).isEqualTo(ASKING);
        assertThat(ASKING.item(LETTER.question()).orElseThrow()).hasFieldOrPropertyWithValue("kind.procedure",
                new ProcedureId("ikensho")).extracting("kind").isInstanceOf(QuestionKind.FilledByOther.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            procedure: ikensho    | procedure: X
            or-files: {max: 1}    | or-files: {most: 1}
            carries: {patient: q} | carries: {Patient: q}
            carries: {patient: q} | carries: [q]
            by: 医師                | whom: 医師
            """)
    void mistakesAreToldWithTheirLine(String right, String wrong) {
        int line = SampleForms.headLines() + 1 + (int) FORM.substring(0, FORM.indexOf(right)).chars()
                .filter(c -> c == '\n').count();

        assertThatThrownBy(() -> SampleForms.with(FORM.replace(right, wrong))).isInstanceOfSatisfying(
                InvalidFile.class, invalid -> assertThat(invalid.problems())
                        .extracting(InvalidFile.Problem::line).contains(line));
    }
}

package jp.madoguchi.forms.filling;

import jp.madoguchi.forms.source.InvalidFile;
import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.publishing.CarryOver;
import jp.madoguchi.forms.publishing.PublicationChecks;
import jp.madoguchi.forms.publishing.Remark;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.AnswerTable;
import jp.madoguchi.forms.reading.ReadingView;

import org.junit.jupiter.api.Test;

/** Each child's schools: a group in a row of a group. */
class NestedRepeatTest {

    private static final PageId P = new PageId("p");
    private static final String FORM = """
            rules:
              - {id: not-too-many, at: visits, holds: {value: {sum-over: schools, of: {answer: days}}, is: "<=", than: 7}, message: 週に7日まで}
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: all-private, kind: yes-no, label: すべて私立ですか}
                  - id: children
                    kind: repeat
                    label: 子
                    row-title: お子さん
                    min: 1
                    max: 3
                    title-from: name
                    questions:
                      - {id: name, kind: text, max: 9, label: 名}
                      - {id: ill, kind: yes-no, label: 病気}
                      - id: schools
                        kind: repeat
                        label: 学校
                        row-title: 学校
                        max: 3
                        title-from: school
                        unique: [school]
                        questions:
                          - {id: school, kind: text, max: 9, label: 学校名}
                          - {id: kind-of, kind: choose-one, label: 種類, options: [{code: public, label: 公}, {code: private, label: 私}]}
                          - {id: fee, kind: number, label: 学費, show-if: {question: kind-of, is: private}}
                          - {id: care, kind: text, max: 9, label: 配慮, show-if: {question: ill, is: "yes"}}
                          - {id: why, kind: text, max: 9, label: 訳, show-if: {question: all-private, is: "yes"}, required: false}
                          - {id: days, kind: number, label: 日数}
                          - {id: leaflet, kind: files, label: 案内, required: false}
                      - {id: visits, kind: text, max: 9, label: 通い方, show-if: {value: {rows-of: schools, where: {question: kind-of, is: private}}, is: ">=", than: 1}}
                  - {id: total, kind: text, max: 9, label: 計, required: false, show-if: {value: {sum-over: children, of: {rows-of: schools}}, is: ">=", than: 3}}
            """;

    private static Filling begun() {
        return Filling.begin(SampleForms.with(FORM), TODAY).addRow(path("children"))
                .addRow(path("children.r1.schools")).addRow(path("children.r1.schools"))
                .addRow(path("children.r2.schools"));
    }

    private static Filling filled() {
        return begun().save(P, posted("all-private=no", "children.r1.name=一郎", "children.r1.ill=yes",
                "children.r1.schools.r1.school=東", "children.r1.schools.r1.kind-of=private",
                "children.r1.schools.r1.fee=100", "children.r1.schools.r1.care=薬", "children.r1.schools.r1.days=3",
                "children.r1.schools.r2.school=西", "children.r1.schools.r2.kind-of=public",
                "children.r1.schools.r2.fee=999", "children.r1.schools.r2.care=薬", "children.r1.schools.r2.days=4",
                "children.r1.visits=車", "children.r2.name=花", "children.r2.ill=no",
                "children.r2.schools.r1.school=東", "children.r2.schools.r1.kind-of=public",
                "children.r2.schools.r1.care=x", "children.r2.schools.r1.days=5", "children.r2.visits=徒歩",
                "total=3校")).filling();
    }

    @Test
    void conditionsSeeTheirOwnRowThenTheRowAroundThenTheForm() {
        var filling = filled();
        var shown = filling.visibility();

        assertThat(shown.shows(path("children.r1.schools.r1.fee"))).isTrue();
        assertThat(shown.shows(path("children.r1.schools.r2.fee"))).isFalse();
        assertThat(shown.shows(path("children.r1.schools.r2.care"))).isTrue();
        assertThat(shown.shows(path("children.r2.schools.r1.care"))).isFalse();
        assertThat(shown.shows(path("children.r1.schools.r1.why"))).isFalse();
        assertThat(filling.checkAll()).isEmpty();
        assertThat(AnswersJson.write(filling.effectiveAnswers()).toString()).doesNotContain("999", "\"x\"", "徒歩");
    }

    @Test
    void rowsOfTheOwnOuterRowAreCountedAndThoseOfAllThroughTheOuterRepeat() {
        var shown = filled().visibility();

        assertThat(shown.shows(path("children.r1.visits"))).isTrue();
        assertThat(shown.shows(path("children.r2.visits"))).isFalse();
        assertThat(shown.shows(path("total"))).isTrue();

        var sum = filled().save(P, posted("children.r1.schools.r2.days=5")).filling();
        assertThat(sum.save(P, posted("children.r1.schools.r1.days=3", "children.r1.schools.r1.kind-of=private",
                "children.r1.schools.r2.days=5", "children.r1.visits=車")).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("rule-not-too-many");
                    assertThat(finding.path()).isEqualTo(path("children.r1.visits"));
                });
    }

    @Test
    void anIdIsNeverGivenOutTwiceNotEvenAfterStoring() {
        var one = begun().removeRow(path("children.r1.schools"), new RowId("r2"));
        var stored = AnswersJson.read(one.procedure(), AnswersJson.write(one.answers()));
        assertThat(stored).isEqualTo(one.answers());
        var again = new Filling(one.procedure(), stored, Entries.NONE, TODAY).addRow(path("children.r1.schools"));

        assertThat(ids(again, "children.r1.schools")).containsExactly("r1", "r3");
        var none = again.removeRow(path("children.r1.schools"), new RowId("r1"))
                .removeRow(path("children.r1.schools"), new RowId("r3"));
        assertThat(none.effectiveAnswers()).satisfies(answers -> assertThat(
                AnswersJson.write(answers).toString()).contains("\"used\":3"));
        assertThat(ids(none.addRow(path("children.r1.schools")), "children.r1.schools")).containsExactly("r4");
        assertThat(ids(none.addRow(path("children.r9.schools")), "children.r9.schools")).isEmpty();
        assertThat(none.removeRow(path("children.r7.schools"), new RowId("r1"))).isEqualTo(none);
    }

    @Test
    void noMoreRowsThanTheRepeatHas() {
        var filling = begun();
        for (int i = 0; i < 5; i++) {
            filling = filling.addRow(path("children.r2.schools"));
        }
        assertThat(ids(filling, "children.r2.schools")).hasSize(3);
    }

    @Test
    void whatIsPendingGoesWithItsRow() {
        var bad = begun().save(P, posted("children.r1.schools.r1.days=ab", "children.r2.schools.r1.days=cd")).filling();

        assertThat(bad.pending().fields().keySet()).containsExactly("children.r1.schools.r1.days",
                "children.r2.schools.r1.days");
        assertThat(bad.removeRow(path("children.r1.schools"), new RowId("r1")).pending().fields().keySet())
                .containsExactly("children.r2.schools.r1.days");
        assertThat(bad.removeRow(path("children"), new RowId("r1")).pending().fields().keySet())
                .containsExactly("children.r2.schools.r1.days");
    }

    @Test
    void sameAnswersInTwoRowsOfOneGroupAreToldBesideTheLater() {
        var findings = filled()
                .save(P, posted("children.r1.schools.r1.school=ヒガシ", "children.r1.schools.r2.school=ﾋｶﾞｼ"))
                .findings().stream().filter(finding -> finding.code().equals("same-as-before")).toList();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(path("children.r1.schools.r2.school"));
            assertThat(finding.message().ja()).contains("学校 1 と同じ");
        });
    }

    @Test
    void filesGoIntoInnerRows() {
        var file = new Answer.FileRef(UUID.randomUUID(), "a.pdf", 10, "ab".repeat(32), "application/pdf");
        var leaflet = path("children.r2.schools.r1.leaflet");
        var with = filled().attach(leaflet, file).filling();

        assertThat(with.answer(leaflet)).get().isEqualTo(new Answer.Files(List.of(file)));
        assertThat(with.detach(leaflet, file.id())).isEqualTo(filled());
        assertThat(filled().attach(path("children.r2.schools.r8.leaflet"), file).isClean()).isFalse();
    }

    @Test
    void clerksReadRowsWithinRows() {
        var filling = filled();
        var view = ReadingView.of(filling.procedure(), filling.effectiveAnswers(), Language.JA);
        assertThat(view.sections()).extracting(section -> section.level() + " " + section.title()).containsExactly(
                "1 頁", "2 お子さん 1：一郎", "3 学校 1：東", "3 学校 2：西", "2 お子さん 1：一郎", "2 お子さん 2：花", "3 学校 1：東", "1 頁");

        var after = filling.removeRow(path("children.r1.schools"), new RowId("r2"));
        assertThat(AnswerChange.between(filling.procedure(), filling.answers(), after.answers()))
                .extracting(AnswerChange::section).containsOnly("お子さん 1 → 学校 2（取消）");

        var table = AnswerTable.of(List.of(filling.procedure()),
                List.of(new AnswerTable.Filed(filling.procedure(), filling.effectiveAnswers())));
        assertThat(table.columns()).extracting(AnswerTable.Column::key)
                .contains("children.1.schools.2.school", "children.2.schools.1.school")
                .doesNotContain("children.2.schools.2.school");
        assertThat(table.columns()).extracting(AnswerTable.Column::label).contains("お子さん1 学校2 学校名");
        assertThat(table.rows().getFirst()).contains("西");
    }

    @Test
    void aDraftCarriesItsInnerRowsOver() {
        var filling = filled();
        var newer = SampleForms.with(
                FORM.replace("- {id: days, kind: number, label: 日数}", "- {id: days, kind: yes-no, label: 日数}"));
        var carried = CarryOver.of(filling, newer, Set.of(), Language.JA);

        assertThat(carried.filling().answer(path("children.r1.schools.r2.school"))).isPresent();
        assertThat(carried.filling().answer(path("children.r1.schools.r2.days"))).isEmpty();
        assertThat(carried.left()).isNotEmpty().allSatisfy(left -> assertThat(left.label()).endsWith("：日数"));
    }

    @Test
    void theFileTellsWhatIsTooDeepAndTooMuch() {
        assertThatThrownBy(() -> SampleForms.with(FORM.replace(
                "- {id: days, kind: number, label: 日数}",
                "- {id: days, kind: repeat, label: 日数, questions: [{id: day, kind: date, label: 日}]}")))
                .isInstanceOf(InvalidFile.class).hasMessageContaining("二段まで");
        assertThatThrownBy(() -> SampleForms.with(FORM.replaceFirst("max: 3(\\s+title-from: school)", "max: 200$1")))
                .isInstanceOf(InvalidFile.class).hasMessageContaining("600");
    }

    @Test
    void publicationChecksLookIntoInnerRows() {
        var bad = SampleForms.with(FORM.replace("{question: ill, is: \"yes\"}", "{question: total, is: \"yes\"}")
                .replace("unique: [school]", "unique: [[school, name]]"));
        assertThat(PublicationChecks.of(bad)).filteredOn(remark -> remark.weight() == Remark.Weight.BLOCKING)
                .extracting(Remark::code, Remark::place)
                .contains(org.assertj.core.groups.Tuple.tuple("forward-reference", "p/children/schools/care"),
                        org.assertj.core.groups.Tuple.tuple("dangling-reference", "p/children/schools"));
        assertThat(PublicationChecks.of(SampleForms.with(FORM)))
                .filteredOn(remark -> !remark.place().equals("applicant")).extracting(Remark::code)
                .doesNotContain("forward-reference", "dangling-reference", "never-asked");
    }

    private static List<String> ids(Filling filling, String repeat) {
        return Rows.of(filling.answers(), path(repeat)).rows().stream().map(row -> row.id().value()).toList();
    }

    private static FieldPath path(String path) {
        return FieldPath.parse(path);
    }
}

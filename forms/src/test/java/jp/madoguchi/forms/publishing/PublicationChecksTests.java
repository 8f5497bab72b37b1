package jp.madoguchi.forms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.Remark.Weight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationChecksTests {

    static List<Procedure> catalogue() {
        return SampleCatalogue.procedures();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theCatalogueMayBePublished(Procedure procedure) {
        assertThat(PublicationChecks.of(procedure)).filteredOn(remark -> remark.weight() == Weight.BLOCKING).isEmpty();
    }

    @Test
    void whatIsPointedAtMustExistAndStandBefore() {
        assertThat(codes("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: a, kind: yes-no, label: あ, show-if: {question: b, is: "yes"}}
                      - {id: b, kind: yes-no, label: い, show-if: {question: gone, is: "yes"}}
                      - {id: c, kind: yes-no, label: う, show-if: {question: a, is: maybe}}
                      - {id: d, kind: yes-no, label: え, show-if: {value: {answer: a}, is: "<", than: 3}}
                """)).contains("forward-reference", "dangling-reference", "no-such-option", "wrong-kind");
    }

    @Test
    void theApplicantIsAPerson() {
        assertThat(codes("pages: [{id: p, title: 頁, questions: [{id: q, kind: time, label: あ}]}]"))
                .containsExactly("wrong-kind");
        assertThat(codes("pages: [{id: p, title: 頁, questions: [{id: r, kind: time, label: あ}]}]"))
                .containsExactly("dangling-reference");
    }

    @Test
    void whatIsNeverAskedIsFoundThroughChains() {
        var rest = """
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: a, kind: yes-no, label: あ}
                      - {id: b, kind: yes-no, label: い, show-if: {question: a, is: "yes"}}
                      - {id: c, kind: yes-no, label: う, show-if: {all: [{question: a, is: "no"}, {question: b, is: "yes"}]}}
                      - {id: d, kind: yes-no, label: え, show-if: {any: [{question: a, is: "no"}, {not: {question: a, is: "no"}}]}}
                      - {id: e, kind: yes-no, label: お, show-if: {all: [{question: a, is: "yes"}, {question: b, is: "no"}]}}
                """;
        assertThat(PublicationChecks.of(SampleForms.with(rest)))
                .filteredOn(remark -> !remark.code().equals("sample-period"))
                .extracting(remark -> remark.place() + " " + remark.code())
                .containsExactly("p/c never-asked", "p/d always-true");
    }

    @Test
    void aPageMayBeUnreachable() {
        assertThat(
                codes("""
                        pages:
                          - {id: p, title: 頁, questions: [{id: q, kind: person-name, label: 名前}, {id: a, kind: yes-no, label: あ}]}
                          - id: r
                            title: 次
                            show-if: {all: [{question: a, is: "yes"}, {question: a, is: "no"}]}
                            questions: [{id: b, kind: yes-no, label: い}]
                        """))
                .contains("unreachable-page");
    }

    @Test
    void translationsAreWhole() {
        var procedure = DefinitionFile.readYaml(DefinitionFile.writeJson(SampleForms.fromCatalogue("inu-toroku"))
                .replace(",\"en\":\"Name of the dog\"", ""));

        assertThat(PublicationChecks.of(procedure)).first().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("missing-translation");
            assertThat(remark.place()).isEqualTo("dog/dog-name");
            assertThat(remark.placeTitle()).isEqualTo("犬 → 犬の名前");
            assertThat(remark.message()).contains("en");
        });
    }

    @Test
    void theLawAsksForItsTexts() {
        var json = DefinitionFile.writeJson(SampleForms.fromCatalogue("inu-toroku"));
        var without = json.replaceAll("\"appeal\":\\{[^}]*},", "").replaceAll("\"criteria\":\\[[^]]*],", "")
                .replace("{reason}", "{grund}");

        assertThat(PublicationChecks.of(DefinitionFile.readJson(without))).extracting(Remark::code)
                .contains("missing-appeal", "missing-criteria", "missing-reason", "unknown-placeholder");
        assertThat(PublicationChecks.of(DefinitionFile.readJson(json.replace("3か月以内", "2か月以内"))))
                .extracting(Remark::code).contains("incomplete-appeal");
        assertThat(PublicationChecks.of(DefinitionFile.readJson(json.replace("\"law\"", "\"guideline\""))))
                .extracting(Remark::code).contains("appeal-without-disposition");
    }

    @Test
    void pagesAreInOrder() {
        assertThat(codes("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: a, kind: yes-no, label: 同じ}
                      - {id: b, kind: yes-no, label: 同じ}
                      - {id: c, kind: code-number, min-digits: 12, max-digits: 12, label: 番号}
                      - {id: d, kind: text, max: 12, label: マイナンバー}
                      - {id: e, kind: choose-one, label: 選択, options: [{code: a, label: あ}, {code: b, label: あ}]}
                      - {id: f, kind: repeat, label: 行, questions: []}
                  - {id: r, title: 空, questions: []}
                """)).containsExactlyInAnyOrder("duplicate-label", "my-number-field", "my-number-field",
                "duplicate-option", "empty-repeat", "empty-page");
    }

    @Test
    void hardReadingIsMentioned() {
        var procedure = SampleForms.asking("kind: person-name, hint: 'この申請に係る書類は遅滞なく提出されたい。'");

        assertThat(PublicationChecks.of(procedure)).filteredOn(remark -> remark.code().equals("office-word"))
                .hasSize(3).allSatisfy(remark -> assertThat(remark.weight()).isEqualTo(Weight.ADVICE));
        assertThat(PublicationChecks.mayBePublished(procedure)).isTrue();
    }

    private static List<String> codes(String rest) {
        return PublicationChecks.of(SampleForms.with(rest)).stream().map(Remark::code)
                .filter(code -> !code.equals("sample-period")).toList();
    }
}

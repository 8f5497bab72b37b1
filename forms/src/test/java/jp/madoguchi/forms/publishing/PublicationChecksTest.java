package jp.madoguchi.forms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.Remark.Weight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationChecksTest {

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
    void whatIsTooLargeIsSaidAndNotLookedAtFurther() {
        var page = """
                  - id: p%d
                    title: 頁
                    questions: [%s]
                """;
        var manyPages = "pages:\n" + IntStream.rangeClosed(0, SizeCheck.MOST_PAGES)
                .mapToObj(i -> page.formatted(i, question("q" + i))).collect(Collectors.joining());
        var manyOnOne = "pages:\n" + page.formatted(0, IntStream.rangeClosed(0, SizeCheck.MOST_ON_A_PAGE)
                .mapToObj(i -> question("q" + i)).collect(Collectors.joining(", ")));
        var many = "pages:\n" + IntStream.rangeClosed(0, 50).mapToObj(i -> page.formatted(i, IntStream.range(0, 30)
                .mapToObj(j -> question("q" + i + "-" + j)).collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        assertThat(PublicationChecks.of(SampleForms.with(manyPages))).singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("ページが101", "100まで"));
        assertThat(PublicationChecks.of(SampleForms.with(manyOnOne))).singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("201問", "200問まで"));
        assertThat(PublicationChecks.of(SampleForms.with(many))).singleElement().satisfies(remark -> {
            assertThat(remark.message()).contains("1530問", "1500問まで");
            assertThat(remark.weight()).isEqualTo(Weight.BLOCKING);
        });
    }

    /** Each question alone may be judged; all of them together would be 50 million combinations. */
    @Test
    void combinationsWithoutEndAreNotTried() {
        var choices = IntStream.range(0, 12).mapToObj(i -> "      - {id: c%d, kind: yes-no, label: あ}\n".formatted(i))
                .collect(Collectors.joining());
        var hidden = IntStream
                .range(0, 150).mapToObj(i -> "      - {id: h%d, kind: yes-no, label: い, show-if: {all: [%s]}}\n"
                        .formatted(i, IntStream.range(0, 9).mapToObj(j -> "{question: c%d, is: \"%s\"}".formatted(
                                (i + j) % 12, j < 8 && (i >> j) % 2 == 0 ? "yes" : "no"))
                                .collect(Collectors.joining(", "))
                                + ", {question: c%d, is: \"yes\"}, {question: c%d, is: \"no\"}".formatted(i % 12,
                                        i % 12)))
                .collect(Collectors.joining());
        var codes = codes(
                "pages:\n  - id: p\n    title: 頁\n    questions:\n      - {id: q, kind: person-name, label: 名前}\n"
                        + choices + hidden);
        assertThat(codes).contains("never-asked", "reach-untried");
        assertThat(codes.stream().filter("reach-untried"::equals)).hasSize(1);
    }

    private static String question(String id) {
        return "{id: " + id + ", kind: yes-no, label: あ}";
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

    @ParameterizedTest
    @ValueSource(strings = {"kind: number, min: 5, max: 4", "kind: date, earliest: 2026-02-01, latest: 2026-01-31",
            "kind: date, earliest: today, latest: -P1D", "kind: date, earliest: P30D, latest: P1M",
            "kind: choose-many, min: 2, max: 1, options: [{code: a, label: あ}, {code: b, label: い}]"})
    void limitsLeaveSomethingPossible(String question) {
        assertThat(codesOf(question)).containsExactly("limits-crossed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: number, min: 5, max: 5", "kind: date, earliest: 2026-02-01, latest: 2026-02-01",
            "kind: date, earliest: -P1M, latest: today", "kind: date, earliest: 2030-01-01, latest: today",
            "kind: date, earliest: -P999999999Y, latest: today"})
    void limitsThatMeetAreNoRemark(String question) {
        assertThat(codesOf(question)).isEmpty();
    }

    @Test
    void aPatternNeedsWords() {
        assertThat(codesOf("kind: text, max: 9, pattern: '[a-z]+'")).containsExactly("no-pattern-message");
        assertThat(codesOf("kind: text, max: 9, pattern: '[a-z]+', pattern-message: 英小文字で")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: text, max: 12, label: {ja: 番号, en: My Number}", "kind: phone, label: マイナンバー",
            "kind: number, label: 世帯主の個人番号（12桁）", "kind: kana, label: 個人番号を書いてください。",
            "kind: text, max: 99, label: {ja: 番号, en: Please enter your my number (12 digits)}",
            "kind: text, max: 12, label: {ja: 番号, ko: 개인번호}", "kind: text, max: 12, label: {ja: 番号, zh-Hans: 个人编号}"})
    void noFieldAsksForAMyNumber(String question) {
        assertThat(codesOf(question)).containsExactly("my-number-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: text, max: 12, label: 個人番号を載せる目的", "kind: date, label: マイナンバーカードの期限",
            "kind: text, max: 50, label: {ja: カード, en: Where did you get your My Number card?}",
            "kind: text, max: 50, label: {ja: 提出先, en: Who gets the copy with My Number?}",
            "kind: yes-no, label: 個人番号"})
    void whatIsNotTheNumberMayBeAsked(String question) {
        assertThat(codesOf(question)).isEmpty();
    }

    @Test
    void aConditionThatEveryAnswerMeetsIsMentioned() {
        assertThat(
                codes("""
                        pages:
                          - id: p
                            title: 頁
                            questions:
                              - {id: q, kind: person-name, label: 名前}
                              - {id: a, kind: yes-no, label: あ}
                              - {id: b, kind: yes-no, label: い, required: false}
                              - {id: c, kind: time, label: う, show-if: {any: [{question: a, is: "yes"}, {question: a, is: "no"}]}}
                              - {id: d, kind: time, label: え, show-if: {question: b, is: ["yes", "no"]}}
                        """))
                .containsExactly("always-true");
    }

    @Test
    void textsNobodyWroteNeedNoTranslation() {
        var pages = "languages: [ja, vi]\npages: [{id: p, title: {ja: 頁, vi: P}, questions: [{id: q, kind: person-name, label: {ja: 名, vi: T}}]}]\n";

        assertThat(messages(pages)).noneMatch(message -> message.contains("手数料"));
        assertThat(messages(pages + "fee: {items: [{label: {ja: 一通, vi: M}, yen: 3}]}"))
                .anyMatch(message -> message.contains("手数料の説明（note）"));
    }

    private static List<String> messages(String rest) {
        return PublicationChecks.of(SampleForms.with(rest)).stream().map(Remark::message).toList();
    }

    private static List<String> codesOf(String question) {
        return codes("pages: [{id: p, title: 頁, questions: [{id: q, kind: person-name, label: 名前}, {id: r, "
                + (question.contains("label: ") && !question.contains("options") ? "" : "label: 問い, ") + question
                + "}]}]");
    }

    private static List<String> codes(String rest) {
        return PublicationChecks.of(SampleForms.with(rest)).stream().map(Remark::code)
                .filter(code -> !code.equals("sample-period")).toList();
    }
}

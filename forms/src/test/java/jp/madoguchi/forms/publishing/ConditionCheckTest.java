package jp.madoguchi.forms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.Remark.Weight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCheckTest {

    private static final String PAGES = """
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: 名前}
                  - {id: born, kind: date, label: 生年月日}
                  - {id: since, kind: month, label: 始まりの月}
                  - {id: copies, kind: number, label: 通数}
                  - {id: ready, kind: yes-no, label: 準備}
                  - {id: size, kind: choose-one, label: 大きさ, options: [{code: s, label: 小}, {code: l, label: 大}]}
                  - id: children
                    kind: repeat
                    label: お子さん
                    questions:
                      - {id: child-birth, kind: date, label: お子さんの生年月日}
                      - {id: pocket, kind: number, label: こづかい}
                      - id: schools
                        kind: repeat
                        label: 学校
                        questions: [{id: days, kind: number, label: 日数}]
                  - {id: last, kind: yes-no, label: 終わり, show-if: %s}
              - {id: r, title: 次, questions: [{id: later, kind: yes-no, label: あと}]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"{value: {answer: born}, is: '<', than: 18}", "{value: 18, is: '<', than: {answer: born}}",
            "{value: 2026-04-01, is: '=', than: 3}", "{value: {age-of: {answer: copies}}, is: '<', than: 18}",
            "{value: {age-of: {answer: born}, on: 3}, is: '<', than: 18}",
            "{value: {age-of: {answer: born}}, is: '<', than: today}",
            "{value: {move: {answer: copies}, by: P1D}, is: '<', than: today}",
            "{value: {sum: [1, {answer: since}]}, is: '<', than: 3}",
            "{value: {product: [today]}, is: '<', than: 3}", "{value: {rows-of: children}, is: '>', than: today}",
            "{value: {sum-over: children, of: {answer: child-birth}}, is: '>', than: 3}"})
    void numbersAndDaysAreKeptApart(String condition) {
        assertThat(blocking(PAGES.formatted(condition))).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("wrong-type");
            assertThat(remark.place()).isEqualTo("p/last");
            assertThat(remark.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{value: {answer: born}, is: '<', than: {move: {answer: since}, by: -P1Y}}",
            "{value: {age-of: {answer: born}, on: 2027-04-01}, is: '<', than: {sum: [{answer: copies}, 2.5]}}",
            "{value: {rows-of: children, where: {all: [{value: {answer: child-birth}, is: '<', than: today},"
                    + " {value: {rows-of: schools}, is: '>', than: 1}]}}, is: '>', than: 0}",
            "{value: {sum-over: children, of: {sum-over: schools, of: {answer: days}}}, is: '>', than: 0}",
            "{value: {table: size, amounts: {s: 1}, otherwise: 2}, is: '>', than: 1}", "{answered: children}"})
    void whatFitsIsNoRemark(String condition) {
        assertThat(blocking(PAGES.formatted(condition))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{answered: pocket} | outside-of-rows | rows-of",
            "{value: {answer: pocket}, is: '>', than: 1} | outside-of-rows | sum-over",
            "{value: {rows-of: schools}, is: '>', than: 1} | outside-of-rows | {sum-over: children, of: {rows-of: schools}}",
            "{value: {rows-of: copies}, is: '>', than: 1} | wrong-kind | 繰り返し",
            "{value: {sum-over: copies, of: 1}, is: '>', than: 1} | wrong-kind | 繰り返し",
            "{value: {answer: children}, is: '>', than: 1} | wrong-kind | rows-of",
            "{question: children, is: a} | wrong-kind | rows-of",
            "{question: later, is: \"yes\"} | forward-reference | 順",
            "{question: redy, is: \"yes\"} | dangling-reference | 「ready」のことではありませんか",
            "{question: ready, is: true} | no-such-option | \"yes\"", "{question: size, is: m} | no-such-option | s、l",
            "{question: born, is: x} | wrong-kind | answered",
            "{value: {table: size, amounts: {s: 1, m: 2}, otherwise: 0}, is: '>', than: 1} | no-such-option | s、l"})
    void whatIsSpokenOfIsInReachAndOfItsKind(String condition, String code, String remedy) {
        assertThat(blocking(PAGES.formatted(condition))).filteredOn(remark -> !remark.code().equals("never-asked"))
                .singleElement().satisfies(remark -> {
                    assertThat(remark.code()).isEqualTo(code);
                    assertThat(remark.remedy()).contains(remedy);
                    assertThat(remark.place()).isEqualTo("p/last");
                });
    }

    @Test
    void feesAndRulesAndEndingsAreCheckedLikewise() {
        var rest = PAGES.formatted("{all: []}")
                + """
                        fee:
                          items:
                            - {label: 一通, yen: 300, times: {answer: born}}
                            - {label: 子, yen: 300, times: {answer: pocket}}
                            - {label: 学校, yen: 300, when: {value: {rows-of: schools}, is: '>', than: 1}}
                          note: 現金
                        rules:
                          - {id: row, at: pocket, holds: {value: {answer: pocket}, is: '<', than: 9}, message: あ}
                          - {id: out, at: copies, holds: {value: {answer: pocket}, is: '<', than: 9}, message: あ}
                          - {id: early, at: copies, holds: {question: later, is: "yes"}, message: あ}
                        endings:
                          - {id: next, after: p, when: {question: later, is: "yes"}, reason: あ, instead: い}
                          - {id: question, after: ready, when: {question: ready, is: "yes"}, reason: あ, instead: い}
                          - {id: typo, after: pp, when: {question: ready, is: "yes"}, reason: あ, instead: い}
                        """;

        assertThat(blocking(rest)).extracting(remark -> remark.place() + " " + remark.code()).containsExactly(
                "rules/out outside-of-rows", "endings/next forward-reference", "endings/question dangling-reference",
                "endings/typo dangling-reference", "fee wrong-type", "fee outside-of-rows", "fee outside-of-rows");
        assertThat(blocking(rest)).filteredOn(remark -> remark.place().equals("endings/question")).singleElement()
                .satisfies(remark -> {
                    assertThat(remark.message()).contains("ページ「p」の質問");
                    assertThat(remark.remedy()).contains("after: p");
                });
        assertThat(advice(rest)).filteredOn(remark -> remark.code().equals("early-rule")).extracting(Remark::place)
                .containsExactly("rules/early");
    }

    @Test
    void aTableThatLeavesAnOptionOutIsMentioned() {
        var rest = PAGES.formatted("{value: {table: size, amounts: {s: 1}}, is: '>', than: 0}");

        assertThat(blocking(rest)).isEmpty();
        assertThat(advice(rest)).filteredOn(remark -> remark.code().equals("table-gap")).singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("（l）"));
    }

    @Test
    void rowsNameAndCompareTheirOwnQuestions() {
        assertThat(blocking(PAGES.formatted("{all: []}").replace("label: お子さん\n",
                "label: お子さん\n        title-from: ready\n        unique: [days, gone]\n"))).hasSize(3)
                .allSatisfy(remark -> assertThat(remark.place()).isEqualTo("p/children"))
                .anySatisfy(remark -> assertThat(remark.remedy()).contains("child-birth、pocket"));
    }

    @Test
    void whatLeadsToAnOfficeStandsOutsideOfRows() {
        var form = DefinitionFile.readJson(DefinitionFile.writeJson(SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: 名前}
                      - {id: houses, kind: repeat, label: 家, questions: [{id: home, kind: address, label: 住所}]}
                """)).replace("{\"office\":\"center\"}", "{\"ward-of\":\"home\",\"otherwise\":\"center\"}"));

        assertThat(PublicationChecks.of(form)).filteredOn(remark -> remark.weight() == Weight.BLOCKING).singleElement()
                .satisfies(remark -> {
                    assertThat(remark.place()).isEqualTo("routing");
                    assertThat(remark.message()).contains("繰り返し「家」");
                });
    }

    private static List<Remark> blocking(String rest) {
        return PublicationChecks.of(SampleForms.with(rest)).stream()
                .filter(remark -> remark.weight() == Weight.BLOCKING).toList();
    }

    private static List<Remark> advice(String rest) {
        return PublicationChecks.of(SampleForms.with(rest)).stream().filter(remark -> remark.weight() == Weight.ADVICE)
                .toList();
    }
}

package jp.madoguchi.forms.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.InvalidFile.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFileTest {

    @Test
    void unknownKeysAreToldWithTheirPlace() {
        assertThat(problems("pages:\n  - id: p\n    titel: 頁\n    questions: []\n")).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("pages[0].titel");
            assertThat(problem.line()).isEqualTo(SampleForms.headLines() + 3);
            assertThat(problem.column()).isEqualTo(5);
            assertThat(problem.reason()).contains("「titel」という項目はありません", "「title」の書き間違いではありませんか", "questions");
        }).anySatisfy(problem -> assertThat(problem.reason()).contains("「title」がありません"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems("""
                pages:
                  - id: P
                    title: 頁
                    questions:
                      - {id: q, kind: txt, label: 問い}
                      - {id: r, kind: text, max: 100000, label: 問い}
                      - {id: s, kind: choose-one, label: 問い, options: []}
                      - {id: t, kind: date, label: 問い, latest: 2023-02-30}
                      - {id: u, kind: text, max: 9, pattern: "(", label: 問い}
                """)).extracting(Problem::path).containsExactly("pages[0].id", "pages[0].questions[0].kind",
                "pages[0].questions[1].max", "pages[0].questions[2].options", "pages[0].questions[3].latest",
                "pages[0].questions[4].pattern");
    }

    @Test
    void keysStandOnce() {
        assertThat(problems("pages: []\npages: []\n")).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("「pages」がここに二度",
                        SampleForms.headLines() + 1 + "行目"));
    }

    @Test
    void idsStandOnce() {
        assertThat(problems(
                "pages: [{id: p, title: 頁, questions: [{id: q, kind: time, label: あ}, {id: q, kind: time, label: い}]}]"))
                .singleElement().satisfies(problem -> assertThat(problem.reason()).contains("質問の id「q」"));
    }

    @Test
    void bothPlacesOfATwiceGivenIdAreNamed() {
        var head = SampleForms.headLines();
        assertThat(problems("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: time, label: あ}
                      - {id: r, kind: repeat, label: い, questions: [{id: q, kind: time, label: う}]}
                  - {id: p, title: 次, questions: []}
                """)).extracting(problem -> problem.line() - head + " " + problem.path() + " " + problem.reason())
                .containsExactly(
                        "6 pages[0].questions[1].questions[0].id 質問の id「q」は、" + (head + 5)
                                + "行目でも使っています。どちらかを別の id にしてください。",
                        "7 pages[1].id ページの id「p」は、" + (head + 2) + "行目でも使っています。どちらかを別の id にしてください。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: date, latest: P10 | P10M",
            "'kind: date, earliest: {answer: q}' | rules に書きます",
            "'kind: time, show-if: {value: [1, 2], is: \"<\", than: 3}' | 一つの文字",
            "kind: date, latest: 10.4.2026 | 2026-04-01",
            "kind: date, latest: 2023-02-30 | -P14D", "kind: integer, min: 3, digits: 4 | 「integer」は使えません",
            "'kind: time, show-if: {value: soon, is: \"<\", than: 3}' | 数（例：18）",
            "'kind: time, show-if: {value: {move: today, by: 14D}, is: \"<\", than: today}' | -P14D",
            "'kind: time, hint: Yes, please' | 引用符で囲んで", "kind: time, hint: &a Yes | YAML の目印（&a）",
            "kind: time, hint: !!str 5 | YAML のタグ", "kind: time, hint: !important | 引用符で囲んで"})
    void oneMistakeIsToldOnceAndPlainly(String question, String reason) {
        assertThat(catchThrowableOfType(InvalidFile.class, () -> SampleForms.asking(question)).problems())
                .singleElement().satisfies(problem -> {
                    assertThat(problem.reason()).contains(reason).doesNotContain("could not be parsed", "Text '");
                    assertThat(problem.line()).isGreaterThan(SampleForms.headLines());
                });
    }

    @Test
    void aColonInATextIsToldWithItsRemedy() {
        assertThat(catchThrowableOfType(InvalidFile.class,
                () -> SampleForms.asking("kind: time, hint: Note: bring it")).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("コロン", "引用符で囲んで"));
        assertThat(problems("pages: []\ndeadline: Note: soon\n")).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("コロン", "引用符で囲んで"));
    }

    @Test
    void noFeeIsLeftOut() {
        assertThat(problems("pages: []\nfee: none\n")).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("fee をまるごと消して"));
    }

    @Test
    void aRepeatThatIsTooDeepIsToldOnce() {
        assertThat(problems(
                """
                        pages:
                          - id: p
                            title: 頁
                            questions:
                              - id: a
                                kind: repeat
                                label: あ
                                questions:
                                  - id: b
                                    kind: repeat
                                    label: い
                                    questions: [{id: c, kind: repeat, label: う, row-title: え, questions: [{id: d, kind: time, label: お}]}]
                        """))
                .singleElement().satisfies(problem -> assertThat(problem.reason()).contains("二段まで"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "---", "a: [", "{", "[]", "null", "x", "? [a]\n: b", "a: &x [*x]",
            "%YAML 9.9\n---\na",
            "!!java.lang.Object {}", "\u0000", "\uD800", "a: b: c", "- - - -", "'", "{\"a\":1,\"a\":2}", "1e999999999",
            "&a a: *a",
            "a: !!binary x", "<<: {a: b}", "--- a\n--- b"})
    void anyTextEndsInProblems(String text) {
        assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readYaml(text)).problems())
                .isNotEmpty().extracting(Problem::reason).allSatisfy(DefinitionFileTest::isJapanese);
        assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readJson(text)).problems())
                .isNotEmpty().extracting(Problem::reason).allSatisfy(DefinitionFileTest::isJapanese);
    }

    @Test
    void bombsDoNotGoOff() {
        var aliases = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            aliases.append("a").append(i).append(": &a").append(i)
                    .append((" [" + ("*a" + (i - 1) + ",").repeat(9)).replaceAll(",$", "]\n"));
        }
        assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readYaml(aliases.toString())))
                .isNotNull();
        for (var deep : List.of("[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(20_000),
                "{\"a\":".repeat(100_000))) {
            assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readYaml(deep))).isNotNull();
            assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readJson(deep))).isNotNull();
        }
        var overlong = "x".repeat(DefinitionFile.MOST_CHARACTERS + 1);
        assertThat(catchThrowableOfType(InvalidFile.class, () -> DefinitionFile.readYaml(overlong))).isNotNull();
    }

    @Test
    void aHundredDeepConditionIsRefused() {
        var condition = "{not: ".repeat(100) + "{answered: q}" + "}".repeat(100);

        assertThat(problems("pages: [{id: p, title: 頁, questions: [{id: q, kind: time, label: あ, show-if: " + condition
                + "}]}]")).first().satisfies(problem -> assertThat(problem.reason()).contains("入れ子が深すぎます"));
    }

    @Test
    void fiveThousandQuestionsAreRead() {
        var yaml = new StringBuilder("pages:\n");
        for (int page = 0; page < 50; page++) {
            yaml.append("  - id: p").append(page).append("\n    title: 頁\n    questions:\n");
            for (int i = 0; i < 100; i++) {
                yaml.append("      - {id: q").append(page * 100 + i).append(", kind: text, max: 9, label: 問い}\n");
            }
        }
        var procedure = SampleForms.with(yaml.toString());

        assertThat(DefinitionFile.readJson(DefinitionFile.writeJson(procedure))).isEqualTo(procedure);
    }

    @Test
    void theHashFollowsTheContentAndNothingElse() {
        var plain = SampleForms.asking("kind: date, latest: today");
        var spelled = SampleForms.asking("kind: date, latest: P0D, required: true, sensitivity: personal");
        var other = SampleForms.asking("kind: date");

        assertThat(DefinitionFile.hash(spelled)).isEqualTo(DefinitionFile.hash(plain));
        assertThat(DefinitionFile.hash(other)).isNotEqualTo(DefinitionFile.hash(plain));
    }

    private static List<Problem> problems(String rest) {
        return catchThrowableOfType(InvalidFile.class, () -> SampleForms.with(rest)).problems();
    }

    /** Whatever a parser or a library says of its own comes last, in brackets. */
    private static void isJapanese(String reason) {
        assertThat(reason.replaceFirst("(?s)（(YAML|JSON) の読み取り：.*）$", "")).containsPattern("[ぁ-ん]").endsWith("。");
    }
}

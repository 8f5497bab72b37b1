package jp.madoguchi.forms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.forms.source.InvalidFile.Problem;
import jp.madoguchi.forms.publishing.Remark.Weight;
import jp.madoguchi.forms.publishing.VersionComparison.Difference;

import org.junit.jupiter.api.Test;

class BundleTest {

    private static final String PAGES = """
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: お名前}
                  - {id: a, kind: yes-no, label: 犬はいますか}
                  - {id: on, kind: date, label: 日}
            """;

    private final Procedure interview = SampleForms.with(
            PAGES + """
                    bundle:
                      follow-ups:
                        - {id: dog, procedure: child, when: {question: a, is: "yes"}, reason: 犬がいるため, due: {move: {answer: on}, by: P30D}}
                        - {id: none, title: 案内, when: {question: a, is: "no"}, reason: いないため, needed: なし, where: 窓口}
                    """);

    @Test
    void anInterviewSurvivesTheWayThroughItsFile() {
        var json = DefinitionFile.writeJson(interview);

        assertThat(interview.isInterview()).isTrue();
        assertThat(DefinitionFile.readJson(json)).isEqualTo(interview);
        assertThat(DefinitionFile.readYaml(json)).isEqualTo(interview);
        assertThat(PublicationChecks.mayBePublished(interview)).isTrue();
    }

    /** Whoever does not use blocks, prefill and bundles keeps the hash that the version was published under. */
    @Test
    void theHashOfAFormWithoutThemStays() {
        assertThat(DefinitionFile.writeJson(SampleForms.with(PAGES))).doesNotContain("bundle", "copied-from",
                "prefill").endsWith("\"label\":\"日\"}]}]}");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThat(problems("bundle: {follow-ups: []}")).extracting(Problem::path).containsExactly(
                "bundle.follow-ups");
        assertThat(problems("bundle: {follow-ups: [{id: a, procedure: x, when: {all: []}, reason: あ, title: い},"
                + " {id: a, when: {all: []}, reason: あ}]}")).extracting(Problem::path).containsExactly(
                        "bundle.follow-ups[0].title", "bundle.follow-ups[1]", "bundle.follow-ups[1]",
                        "bundle.follow-ups[1]", "bundle.follow-ups");
        assertThat(problems("bundle:\n  followups: []\n")).first()
                .satisfies(problem -> assertThat(problem.line()).isGreaterThan(SampleForms.headLines()));
    }

    @Test
    void referencesReachAndFilesAreChecked() {
        assertThat(PublicationChecks.of(SampleForms
                .with("""
                        pages:
                          - id: p
                            title: 頁
                            questions:
                              - {id: q, kind: person-name, label: お名前}
                              - {id: a, kind: yes-no, label: 犬はいますか}
                              - {id: f, kind: files, label: 写真}
                        bundle:
                          follow-ups:
                            - {id: one, procedure: child, when: {question: gone, is: "yes"}, reason: あ}
                            - {id: two, procedure: child, when: {all: [{question: a, is: "yes"}, {question: a, is: "no"}]}, reason: あ}
                            - {id: three, procedure: child, when: {question: a, is: "yes"}, reason: あ, due: {answer: a}}
                        """)))
                .filteredOn(remark -> remark.weight() == Weight.BLOCKING).extracting(Remark::code)
                .containsExactlyInAnyOrder("dangling-reference", "unreachable-follow-up", "wrong-kind",
                        "file-in-interview");
    }

    @Test
    void whatFollowsMustBeThereAndAskForWhatTheInterviewKnows() {
        assertThat(BundleCheck.of(interview, List.of())).extracting(Remark::code).containsExactly("no-such-procedure");

        var child = DefinitionFile.readJson(DefinitionFile.writeJson(SampleForms.with("""
                pages:
                  - id: p
                    title: 頁
                    questions:
                      - {id: q, kind: person-name, label: お名前, prefill: {bundle: q}}
                      - {id: r, kind: phone, label: 電話, prefill: {bundle: a}}
                """)).replace("\"id\":\"sample\"", "\"id\":\"child\""));
        assertThat(BundleCheck.of(interview, List.of(child))).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("not-shared");
            assertThat(remark.message()).contains("電話");
            assertThat(remark.weight()).isEqualTo(Weight.ADVICE);
        });
        assertThat(BundleCheck.of(child, List.of())).isEmpty();
    }

    @Test
    void versionsOfABundleAreComparedInWords() {
        var newer = SampleForms.with(
                PAGES + """
                        bundle:
                          follow-ups:
                            - {id: dog, procedure: other, when: {question: a, is: "yes"}, reason: 犬がいるため, due: {move: {answer: on}, by: P30D}}
                        """);

        assertThat(VersionComparison.between(interview, newer)).extracting(Difference::sentence).containsExactly(
                "聞き取りのあと：続く手続き「案内」をなくしました。", "聞き取りのあと → 犬がいるため：手続きが「child」から「other」に変わりました。");
    }

    private static List<Problem> problems(String bundle) {
        return catchThrowableOfType(InvalidFile.class, () -> SampleForms.with(PAGES + bundle)).problems();
    }
}

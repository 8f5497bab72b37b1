package jp.madoguchi.forms.correction;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.reading.AnswerChange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A correction changes what was asked for and what hangs on it, whatever is posted. */
class CorrectionScopeTest {

    private static final PageId P = new PageId("p");
    private static final Procedure FORM = SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: text, max: 9, label: 名前}
                  - {id: from, kind: number, label: 始め}
                  - {id: to, kind: number, label: 終わり}
                  - {id: married, kind: yes-no, label: 配偶者}
                  - {id: spouse, kind: text, max: 9, label: 配偶者の名, show-if: {question: married, is: "yes"}}
                  - id: children
                    kind: repeat
                    label: 子
                    row-title: お子さん
                    min: 1
                    max: 3
                    questions:
                      - {id: name, kind: text, max: 9, label: 名}
                      - {id: age, kind: number, label: 歳}
            rules:
              - {id: order, at: to, holds: {value: {answer: from}, is: "<=", than: {answer: to}}, message: 終わりは始めの後}
            """);
    private static final Filling HANDED_IN = saved(Filling.begin(FORM, TODAY), "q=花子", "from=1", "to=5", "married=no",
            "children.r1.name=一郎", "children.r1.age=3");
    private static final String[] ALL_CHANGED = {"q=華子", "from=2", "to=6", "married=yes", "spouse=太郎",
            "children.r1.name=二郎", "children.r1.age=4"};

    private static Filling saved(Filling filling, String... fields) {
        return filling.save(P, posted(fields)).filling();
    }

    private static CorrectionScope asking(String... fields) {
        return CorrectionScope.of(FORM, HANDED_IN.effectiveAnswers(), List.of(fields), TODAY);
    }

    @ParameterizedTest
    @CsvSource({"q,q", "from,from", "to,to", "married,married spouse", "children.r1.name,children.r1.name",
            "children.r1.age,children.r1.age", "children,children.r1.name children.r1.age", "children.r9.name,''",
            "nowhere,''", "not..a..path,''"})
    void onlyWhatWasAskedForAndWhatComesUpByItIsChanged(String asked, String changed) {
        var scope = asking(asked);
        var now = saved(HANDED_IN, ALL_CHANGED);
        var kept = scope.keep(now);

        assertThat(scope.changes(kept.answers())).extracting(change -> change.path().toString())
                .containsExactly(changed.isEmpty() ? new String[0] : changed.split(" "));
        assertThat(scope.beyond(kept.answers())).isEmpty();
        assertThat(scope.beyond(now.answers())).isNotEmpty();
    }

    @Test
    void whereNothingIsNamedEverythingIsOpen() {
        var now = saved(HANDED_IN, ALL_CHANGED);
        assertThat(asking().keep(now)).isEqualTo(now);
        assertThat(asking().beyond(now.answers())).isEmpty();
    }

    @Test
    void whatWouldBeWrongBesideItIsOpenToo() {
        var scope = asking("from");
        var now = saved(HANDED_IN, "from=7", "to=8", "q=華子", "married=no", "children.r1.name=一郎",
                "children.r1.age=3");
        assertThat(scope.openWith(now.answers()).test(FieldPath.of(new QuestionId("to")))).isTrue();
        assertThat(scope.beyond(now.answers())).extracting(AnswerChange::label).containsExactly("名前");
        assertThat(scope.keep(now).answer(FieldPath.of(new QuestionId("to"))))
                .isEqualTo(now.answer(FieldPath.of(new QuestionId("to"))));
    }

    @ParameterizedTest
    @CsvSource({"q,q=華子,''", "from,from=7,to", "from,from=2,''", "married,married=yes,spouse", "married,married=no,''",
            "'',married=yes,''", "children,children.r1.name=,''", "q married,married=yes,spouse"})
    void whatTheNewAnswersBringUpIsNamedBesideWhatWasAskedFor(String asked, String changed, String broughtUp) {
        var scope = asked.isEmpty() ? asking() : asking(asked.split(" "));
        var fields = new ArrayList<>(List.of("q=花子", "from=1", "to=5", "married=no", "children.r1.name=一郎",
                "children.r1.age=3"));
        fields.removeIf(field -> field.startsWith(changed.substring(0, changed.indexOf('=') + 1)));
        fields.add(changed);

        var now = scope.keep(saved(HANDED_IN, fields.toArray(String[]::new)));

        assertThat(scope.broughtUp(now.answers())).extracting(FieldPath::toString)
                .containsExactly(broughtUp.isEmpty() ? new String[0] : broughtUp.split(" "));
    }

    @Test
    void rowsComeAndGoOnlyWhereTheirGroupIsAskedFor() {
        var more = HANDED_IN.addRow(FieldPath.parse("children"));
        assertThat(asking("children.r1.name").keep(more).answers()).isEqualTo(HANDED_IN.answers());
        assertThat(asking("children").keep(more)).isEqualTo(more);
    }

    @Test
    void whatIsTypedWrongElsewhereIsNotKept() {
        var now = saved(HANDED_IN, "q=花子", "from=x", "to=5", "married=no", "children.r1.name=一郎",
                "children.r1.age=x");
        assertThat(now.pending().fields()).hasSize(2);
        assertThat(asking("children.r1.age").keep(now).pending().fields().keySet()).containsExactly("children.r1.age");
        assertThat(asking("q").keep(now).pending()).isEqualTo(Entries.NONE);
    }
}

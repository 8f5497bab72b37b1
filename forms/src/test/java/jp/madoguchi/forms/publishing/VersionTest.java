package jp.madoguchi.forms.publishing;

import static jp.madoguchi.forms.SampleForms.TODAY;
import static jp.madoguchi.forms.SampleForms.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.publishing.VersionComparison.Difference;

import org.junit.jupiter.api.Test;

class VersionTest {

    private final Procedure first = SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: お名前}
                  - {id: a, kind: yes-no, label: 同居していますか}
                  - {id: b, kind: text, max: 50, label: 理由, show-if: {question: a, is: "no"}}
                  - {id: c, kind: choose-one, label: 種類, options: [{code: x, label: 甲}, {code: y, label: 乙}]}
                  - {id: gone, kind: text, max: 50, label: 余り}
            """);

    private final Procedure second = SampleForms.with("""
            pages:
              - id: p
                title: 頁
                questions:
                  - {id: q, kind: person-name, label: お名前}
                  - {id: b, kind: text, max: 5, label: 理由, required: false}
                  - {id: a, kind: yes-no, label: 同居していますか}
                  - {id: c, kind: choose-one, label: 種類, options: [{code: x, label: 甲}, {code: z, label: 丙}]}
                  - {id: new, kind: date, label: 日付}
            """);

    @Test
    void differencesAreToldInWords() {
        assertThat(VersionComparison.between(first, second)).extracting(Difference::sentence).containsExactlyInAnyOrder(
                "頁：質問「余り」をなくしました。", "頁：質問「日付」を追加しました。", "頁 → 理由：上限が「50」から「5」に変わりました。",
                "頁 → 理由：必須かどうかが「はい」から「いいえ」に変わりました。", "頁 → 理由：聞く条件が「「同居していますか」が「いいえ」のとき」から「いつも」に変わりました。",
                "頁 → 種類：選択肢「乙」をなくしました。", "頁 → 種類：選択肢「丙」を追加しました。",
                "頁：質問の順が「お名前、同居していますか、理由、種類」から「お名前、理由、同居していますか、種類」に変わりました。");
    }

    @Test
    void equalVersionsDoNotDiffer() {
        assertThat(VersionComparison.between(first, DefinitionFile.readJson(DefinitionFile.writeJson(first))))
                .isEmpty();
        assertThat(VersionComparison.between(first, SampleForms.with("fee: {items: [{label: 券, yen: 5}]}\npages: []")))
                .extracting(Difference::sentence).contains("手続き全体：ページ「頁」をなくしました。");
    }

    @Test
    void conditionsOnQuestionsOfOneLabelAreToldApart() {
        var form = "pages: [{id: p, title: 頁, questions: [{id: a, kind: time, label: 同}, {id: b, kind: time, label: 同},"
                + " {id: c, kind: time, label: 丙, show-if: {answered: %s}}]}]";

        assertThat(VersionComparison.between(SampleForms.with(form.formatted("a")),
                SampleForms.with(form.formatted("b")))).singleElement()
                .satisfies(difference -> assertThat(difference.before()).isNotEqualTo(difference.after()));
    }

    @Test
    void draftsAreTakenOverById() {
        var draft = Filling.begin(first, TODAY).save(new PageId("p"), posted("q.family=KIM", "q.family-kana=キム", "a=no",
                "b=長い長い理由があります", "c=y", "gone=x")).filling();
        var carried = CarryOver.of(draft, second, Set.of(new PageId("p")), Language.JA);

        assertThat(carried.filling().answers().values()).hasSize(3);
        assertThat(carried.left()).extracting(CarryOver.Left::label, CarryOver.Left::words)
                .containsExactly(tuple("種類", "乙"), tuple("余り", "x"));
        assertThat(carried.lookAgain()).containsExactly(FieldPath.parse("b"), FieldPath.parse("c"),
                FieldPath.parse("new"));
        assertThat(carried.filling().checkAll()).extracting(finding -> finding.path().toString()).containsExactly("b",
                "c", "new");
    }
}

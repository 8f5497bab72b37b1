package jp.madoguchi.platform.formpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;

class RowTitlesTest {

    private static final PageId CHILDREN = new PageId("children");

    @Test
    void aMistakeInOneOfSeveralRowsSaysWhichRow() {
        var filling = begin("jido-teate").addRow(FieldPath.parse("children")).save(CHILDREN, new Entries(Map.of(
                "children.r1.child-name.family", List.of("神戸"), "children.r1.child-name.given", List.of("一郎"),
                "children.r1.child-name.family-kana", List.of("コウベ"), "children.r1.child-name.given-kana",
                List.of("イチロウ"))))
                .filling();

        assertThat(summary(filling, CHILDREN, Language.JA))
                .contains("お子さん（1） 神戸　一郎：「お子さんの生年月日」を入力してください。", "お子さん（2）：「お子さんの生年月日」を入力してください。")
                .doesNotHaveDuplicates();
        assertThat(summary(filling, CHILDREN, Language.EN)).anyMatch(line -> line.startsWith("Child (2): "))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOnlyRowNeedsNoName() {
        assertThat(summary(begin("jido-teate"), CHILDREN, Language.JA)).contains("「お子さんの生年月日」を入力してください。")
                .noneMatch(line -> line.startsWith("お子さん（1）"));
    }

    @Test
    void aMistakeInARowOfARowSaysBoth() {
        var incomes = FieldPath.parse("members.r2.member-incomes");
        var household = new PageId("household");
        var filling = begin("seikatsu-hogo").addRow(FieldPath.parse("members")).addRow(FieldPath.parse("members"))
                .addRow(incomes).addRow(incomes).save(household, new Entries(Map.of(
                        "members.r2.member-incomes.r1.member-income-kind", List.of("work"))))
                .filling();

        assertThat(summary(filling, household, Language.JA))
                .containsExactly("世帯の方（2） 収入（2）：「この方の収入の種類」を選んでください。");
    }

    private static List<String> summary(Filling filling, PageId id, Language language) {
        var page = filling.procedure().page(id).orElseThrow();
        return FormPage.forApplicant(filling, page, filling.check(id), language, FileLinks.NONE).errors().stream()
                .map(ErrorLink::message).toList();
    }

    private static Filling begin(String procedure) {
        return Filling.begin(SampleCatalogue.procedures().stream()
                .filter(each -> each.id().value().equals(procedure)).findFirst().orElseThrow(),
                LocalDate.of(2026, 4, 1));
    }
}

package jp.madoguchi.platform.formpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.platform.pagekit.Layouts;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Parts;
import jp.madoguchi.platform.pagekit.Site;
import jp.madoguchi.platform.pagekit.Stage;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;

/** Every question of the sample procedures, looked at while everything on its page is wrong. */
class SamplePagesTest {

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<Arguments> pages() {
        return SampleCatalogue.procedures().stream().flatMap(
                procedure -> procedure.pages().stream()
                        .map(page -> Arguments.of(procedure.id(), page.id(), procedure, page)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void isAccessibleAndFits(Object id, Object pageId, Procedure procedure, Page page) {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            int number = 0;
            for (var filling : Revealed.of(procedure, page, LocalDate.of(2026, 4, 1))) {
                Stage.show(visitor.page(), page(filling, page, filling.check(page.id())));
                visitor.look("form-" + id + "-" + pageId + (number++ == 0 ? "" : "-" + number));
                visitor.page().setViewportSize(320, 640);
                visitor.assertThat().doesNotScrollSideways();
            }
        }
    }

    @Test
    void aPostalCodeFillsWhatIsEmptyAndNothingElse() {
        var procedure = SampleCatalogue.procedures().getFirst();
        var page = procedure.page(new PageId("claimant")).orElseThrow();
        try (var visitor = browser.visitor(Screen.NARROW)) {
            var screen = visitor.page();
            Stage.show(screen, page(Filling.begin(procedure, LocalDate.of(2026, 4, 1)), page, List.of()));
            screen.fill("[name='claimant-address.town']", "手で入れた町");
            screen.fill("[name='claimant-address.postal']", "６５０-０００１");
            screen.click("text=兵庫県神戸市中央区加納町 を入力");
            assertThat(screen.inputValue("[name='claimant-address.ward']")).isEqualTo("中央区");
            assertThat(screen.inputValue("[name='claimant-address.town']")).isEqualTo("手で入れた町");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"530-0001", "６１８-００００", "100-0001", "604-8571"})
    void aPostalCodeElsewhereFillsNothingWhereAWardOfTheCityIsAskedFor(String code) {
        var procedure = SampleCatalogue.procedures().getFirst();
        var page = procedure.page(new PageId("claimant")).orElseThrow();
        try (var visitor = browser.visitor(Screen.NARROW)) {
            var screen = visitor.page();
            Stage.show(screen, page(Filling.begin(procedure, LocalDate.of(2026, 4, 1)), page, List.of()));
            screen.fill("[name='claimant-address.postal']", code);
            screen.waitForSelector("text=市外の郵便番号です");
            assertThat(screen.locator(".offer button").count()).isZero();
            screen.fill("[name='claimant-address.postal']", "650-0001");
            screen.click("text=兵庫県神戸市中央区加納町 を入力");
            assertThat(screen.inputValue("[name='claimant-address.ward']")).isEqualTo("中央区");
        }
    }

    private static Content page(Filling filling, Page page, List<Finding> findings) {
        var view = FormPage.forApplicant(filling, page, findings, Language.JA, FileLinks.NONE);
        var frame = PageFrame.bare(Site.plain("まどぐち市", "見本")).titled(view.title());
        return Layouts.resident(frame, output -> {
            var html = (HtmlTemplateOutput) output;
            html.writeContent("<h1>");
            html.writeUserContent(view.title());
            html.writeContent("</h1>");
            Parts.errors(frame, view.errors()).writeTo(html);
            html.writeContent("<form method='post' action='/save' novalidate data-main data-conditions>");
            view.fields().writeTo(html);
            html.writeContent("<div class='actions'><button class='button'>保存して次へ</button></div></form>");
        });
    }
}

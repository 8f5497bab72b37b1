package jp.madoguchi.platform.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.microsoft.playwright.Route;

import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;

/** Every control in every state is accessible, fits small screens and passes the content security policy. */
class GalleryTest {

    private static Browser browser;

    @BeforeAll
    static void launch() {
        Assets.preloadAll();
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<String> names() {
        return Gallery.pages().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPageIsAccessibleAndFits(String name) {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            Stage.show(visitor.page(), Gallery.page(name));
            visitor.look("gallery-" + name);
            // 320 CSS pixels are also what a desktop window of 1280 px shows at 400% (WCAG 1.4.10).
            visitor.page().setViewportSize(320, 640);
            visitor.assertThat().as(name + " at 320 px").doesNotScrollSideways();
        }
    }

    @Test
    void errorSummaryTakesTheFocusAndLeadsToTheField() {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            var page = visitor.page();
            Stage.show(page, Gallery.page("form-error"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
            page.click("#errors a >> nth=1");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-birth_month");
        }
    }

    @Test
    void questionsFollowTheAnswersTheyDependOn() {
        try (var visitor = browser.visitor(Screen.NARROW)) {
            var page = visitor.page();
            Stage.show(page, Gallery.page("form-empty"));
            var dependent = page.locator("[data-question='children.r1.address']");
            assertThat(dependent.isVisible()).isTrue();
            page.check("#f-children_r1_same");
            assertThat(dependent.isVisible()).isFalse();
            assertThat(dependent.locator("input").isDisabled()).isTrue();
            page.check("#f-children_r1_same-2");
            assertThat(dependent.isVisible()).isTrue();
            assertThat(dependent.locator("input").isEnabled()).isTrue();
        }
    }

    @Test
    void aSecondClickSendsNothingAndTheTimeWorkedIsPosted() {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            var page = visitor.page();
            Stage.show(page, Gallery.page("form-empty"));
            // 204: the browser stays on the page, so that a second click is possible.
            page.route("**/save", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
            page.fill("#f-phone", "078-331-8181");
            var request = page.waitForRequest("**/save", () -> page.click("text=保存して次へ"));
            assertThat(request.postData()).matches("(?s).*activeMillis=\\d+.*");
            assertThat(page.getAttribute("form[action='/save']", "aria-busy")).isEqualTo("true");
            var again = page.evaluate("""
                    () => {
                      const again = new SubmitEvent('submit', { cancelable: true, bubbles: true });
                      return !document.querySelector("form[action='/save']").dispatchEvent(again);
                    }""");
            assertThat(again).as("the second submit is stopped").isEqualTo(true);
        }
    }

    @Test
    void staffAreWarnedBeforeTheScreenLocksAndGetTheirWordsBack() {
        try (var visitor = browser.visitor(Screen.WIDE)) {
            var page = visitor.page();
            page.clock().install();
            Stage.show(page, Gallery.page("staff-case"));
            page.fill("textarea[name=note]", "電話で確認した。");
            page.clock().fastForward(545_000);
            assertThat(page.locator(".idle").isVisible()).isTrue();
            page.click(".idle button[type=button]");
            assertThat(page.locator(".idle").isVisible()).isFalse();
            page.clock().fastForward(545_000);
            page.clock().fastForward(60_000);
            // The whole way to the signed-out page: leaving it earlier would interrupt the next visit.
            page.waitForURL("**/logout");
            Stage.show(page, Gallery.page("staff-case"));
            assertThat(page.inputValue("textarea[name=note]")).isEqualTo("電話で確認した。");
        }
    }

    @Test
    void aFirstVisitToAFormStaysSmall() {
        int page = Asset.of(Html.bytes(Gallery.page("form-error")), "text/html").gzipped().length;
        int style = Assets.byPath("kit/madoguchi.css").orElseThrow().asset().gzipped().length;
        int script = Assets.byPath("kit/madoguchi.js").orElseThrow().asset().gzipped().length;
        int mark = Assets.byPath("kit/mark.svg").orElseThrow().asset().gzipped().length;
        assertThat(style).isLessThan(12 * 1024);
        assertThat(page + style + script + mark).isLessThan(30 * 1024);
    }
}

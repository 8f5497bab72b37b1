package jp.madoguchi.platform.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;

/** Every control in every state is accessible, fits a small screen, and leaves a picture in target/gallery. */
class GalleryTest {

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium")).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        Files.createDirectories(Path.of("target/gallery"));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleAndFits() {
        return Gallery.pages().entrySet().stream().flatMap(page -> Stream.of(1280, 375, 320).map(width -> DynamicTest
                .dynamicTest(page.getKey() + " at " + width,
                        () -> look(page.getKey(), Html.bytes(page.getValue()), width))));
    }

    private void look(String name, byte[] html, int width) {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900))) {
            show(page, html);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/gallery", name + "-" + width + ".png")));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of the content")
                    .isEqualTo(width);
            var violations = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations();
            assertThat(violations).as("axe").isEmpty();
        }
    }

    @Test
    void errorSummaryTakesTheFocusAndLeadsToTheField() {
        try (var page = browser.newPage()) {
            show(page, Html.bytes(Gallery.page("form-error")));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
            page.click("#errors a >> nth=1");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-birth_month");
        }
    }

    @Test
    void questionsFollowTheAnswersTheyDependOn() {
        try (var page = browser.newPage()) {
            show(page, Html.bytes(Gallery.page("form-empty")));
            var dependent = page.locator("[data-question='children.r1.address']");
            assertThat(dependent.isVisible()).isTrue();
            page.check("#f-children_r1_same");
            assertThat(dependent.isVisible()).isFalse();
            assertThat(dependent.locator("input").isDisabled()).isTrue();
            page.check("#f-children_r1_same-2");
            assertThat(dependent.isVisible()).isTrue();
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

    private static void show(Page page, byte[] html) {
        page.route("**/*", route -> answer(route, html));
        page.navigate("http://gallery.test/");
    }

    private static void answer(Route route, byte[] html) {
        var path = URI.create(route.request().url()).getPath();
        if (path.startsWith("/assets/")) {
            var asset = Assets.byPath(path.substring("/assets/".length())).orElseThrow().asset();
            route.fulfill(new Route.FulfillOptions().setContentType(asset.contentType()).setBodyBytes(asset.content()));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=UTF-8")
                    .setBody(new String(html, StandardCharsets.UTF_8)));
        }
    }
}

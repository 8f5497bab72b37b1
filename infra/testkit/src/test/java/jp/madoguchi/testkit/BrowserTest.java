package jp.madoguchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String GOOD = """
            <!doctype html><html lang="ja"><head><title>窓口</title></head><body><main><h1>窓口</h1>
            <noscript>JavaScriptなし</noscript></main></body></html>""";

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void looksAtAGoodPageOnBothScreens() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            hanako.page().setContent(GOOD);

            hanako.look("testkit-good");

            assertThat(Path.of("target/screenshots/testkit-good-375.png")).matches(Files::exists);
            assertThat(Path.of("target/screenshots/testkit-good-1280.png")).matches(Files::exists);
            assertThat(hanako.page().viewportSize().width).isEqualTo(375);
        }
    }

    @Test
    void checksPagesOfAPersonWithoutScriptsToo() {
        try (var hanako = browser.visitorWithoutScripts(Screen.WIDE)) {
            hanako.page().setContent(GOOD);
            assertThat(hanako).shows("JavaScriptなし").hasNoAxeViolations();

            hanako.page().setContent(GOOD.replace("</main>", "<input type=\"text\"></main>"));
            assertThatThrownBy(() -> assertThat(hanako).hasNoAxeViolations()).hasMessageContaining("label");
        }
    }

    @Test
    void findsAPageThatIsTooWide() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            hanako.page().setContent(GOOD.replace("<h1>", "<h1 style=\"width: 500px\">"));

            assertThatThrownBy(() -> assertThat(hanako).doesNotScrollSideways()).hasMessageContaining("wider");
        }
    }

    @Test
    void findsACellThatLeftItsRow() {
        var table = "<table><tr><th scope=\"row\">窓口</th><td>%s</td></tr></table></main>";
        try (var hanako = browser.visitor(Screen.WIDE)) {
            hanako.page().setContent(GOOD.replace("</main>", table.formatted("中央")));
            assertThat(hanako).keepsTablesInShape();

            hanako.page().setContent(GOOD.replace("</main>",
                    table.replace("<td>", "<td style=\"display: flex\">").formatted("中央")));
            assertThatThrownBy(() -> assertThat(hanako).keepsTablesInShape()).hasMessageContaining("中央");
        }
    }
}

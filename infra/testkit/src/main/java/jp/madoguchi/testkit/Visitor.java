package jp.madoguchi.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.assertj.core.api.AssertProvider;

/**
 * One person at a browser: their cookies and the page before them. {@code assertThat(visitor)} gives {@link PageAssert}.
 */
public final class Visitor implements AutoCloseable, AssertProvider<PageAssert> {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final BrowserContext context;
    private final Page page;
    private final Screen screen;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, Screen screen, boolean scripts) {
        this.context = context;
        this.screen = screen;
        this.scripts = scripts;
        this.page = context.newPage();
        page.setDefaultTimeout(TIMEOUT.toMillis());
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            // Chromium also reports every 4xx answer here, which stories provoke on purpose.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Script errors and violations of the content security policy on all pages so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Looks at the page on both screens: no axe violation, no sideways scrolling, no torn table, no script error; and keeps a
     * picture of each as {@code target/screenshots/<name>-<width>.png}. The screen is then as before.
     */
    public Visitor look(String name) {
        for (var each : Screen.values()) {
            page.setViewportSize(each.width(), each.height());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + each.width() + ".png")));
            assertThat().as(name + " at " + each.width() + " px").hasNoAxeViolations().doesNotScrollSideways()
                    .keepsTablesInShape();
        }
        assertThat().as(name).hasNoComplaints();
        page.setViewportSize(screen.width(), screen.height());
        return this;
    }

    /**
     * Lets the inspection (axe) see this page. It needs timers, which a browser without JavaScript does not run: for such
     * a visitor it sees the same document, as it stands, in a browser that does; what the page shows without scripts is
     * then shown, and its own scripts are left out.
     */
    <T> T withPageThatRunsScripts(Function<Page, T> inspection) {
        if (scripts) {
            return inspection.apply(page);
        }
        var browser = context.browser();
        if (browser == null) {
            throw new IllegalStateException("The browser is closed");
        }
        var size = page.viewportSize();
        try (var copies = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(size.width, size.height).setLocale("ja-JP").setStorageState(context.storageState()))) {
            var copy = copies.newPage();
            var html = page.content().replaceAll("(?is)<script\\b.*?</script>", "")
                    .replaceAll("(?i)<(/?)noscript>", "<$1div>");
            var address = page.url();
            if (address.startsWith("http")) {
                copy.route(address, route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(html)));
                copy.navigate(address);
            } else {
                copy.setContent(html);
            }
            return inspection.apply(copy);
        }
    }

    @Override
    public PageAssert assertThat() {
        return new PageAssert(this);
    }

    @Override
    public void close() {
        context.close();
    }
}

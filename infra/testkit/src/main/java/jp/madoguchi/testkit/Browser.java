package jp.madoguchi.testkit;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * A real Chromium without a window. One per test class (starting costs about a second); each person who uses it gets a
 * {@link Visitor} of their own, with their own cookies. Not thread-safe: use it on the thread that launched it.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the installed Chromium; says what to do if there is none. */
    public static Browser launch() {
        var program = Chromium.find();
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(playwright, playwright.chromium().launch(
                    new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(FLAGS)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A person with a fresh browser profile. */
    public Visitor visitor(Screen screen) {
        return open(screen, true);
    }

    /** A person whose browser runs no JavaScript. */
    public Visitor visitorWithoutScripts(Screen screen) {
        return open(screen, false);
    }

    private Visitor open(Screen screen, boolean scripts) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height()).setLocale("ja-JP").setTimezoneId("Asia/Tokyo")
                .setJavaScriptEnabled(scripts).setAcceptDownloads(true));
        return new Visitor(context, screen, scripts);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

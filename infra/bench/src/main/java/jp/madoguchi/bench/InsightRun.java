package jp.madoguchi.bench;

import java.io.PrintStream;
import java.util.List;

/** How long the reform team waits for its pages. */
final class InsightRun {

    private static final List<String> PAGES = List.of("/insight", "/insight/bottlenecks",
            "/insight/procedures/jido-teate");

    private final Options options;
    private final PrintStream out;

    InsightRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(List.of("backoffice", "requests", "facts", "account", "password"));
        var backoffice = options.address("backoffice", "http://localhost:8081");
        int requests = options.number("requests", 50, 1, 10_000);
        var facts = options.text("facts", "sample").equals("sample") ? "?facts=sample" : "";
        var steps = new Steps();
        try (var browser = new Surfer(steps)) {
            Login.with(browser, backoffice.resolve("/insight"), options.text("account", "reform"),
                    options.text("password", "madoguchi-demo"));
            steps.clear();
            for (var page : PAGES) {
                for (int i = 0; i < requests; i++) {
                    browser.open(page, backoffice.resolve(page + facts));
                }
            }
        } catch (Surfer.Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
        steps.print(out);
        return steps.errors() == 0;
    }
}

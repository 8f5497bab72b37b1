package jp.madoguchi.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;

/** What a first visit to a form page weighs on the wire. */
final class WeightRun {

    private static final int LIMIT_BYTES = 50 * 1024;

    private final Options options;
    private final PrintStream out;

    WeightRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Whether no page weighs more than the limit. */
    boolean run() throws InterruptedException {
        options.only(List.of("portal", "limit", "account", "password"));
        var portal = options.address("portal", "http://localhost:8080");
        int limit = options.number("limit", LIMIT_BYTES, 1, 100_000_000);
        var pages = new LinkedHashMap<String, Integer>();
        var steps = new Steps();
        try (var resident = new Resident(portal, steps)) {
            resident.signIn(options.text("account", "hanako@example.jp"), options.text("password", "madoguchi-demo"));
            for (var page : resident.walk()) {
                pages.put(page.getPath().replaceFirst(".*/pages/", "page "), resident.firstVisitBytes(page));
            }
        } catch (Surfer.Stopped stopped) {
            out.println("stopped: " + stopped.getMessage());
            return false;
        }
        out.printf("%-28s %12s%n", "form page", "bytes");
        pages.forEach((page, bytes) -> out.printf("%-28s %12d%s%n", page, bytes, bytes > limit ? "  too heavy" : ""));
        int heaviest = pages.values().stream().mapToInt(Integer::intValue).max().orElse(Integer.MAX_VALUE);
        out.printf("heaviest: %d bytes of %d allowed (page, styles, scripts, icon; compressed, headers included)%n",
                heaviest, limit);
        return heaviest <= limit;
    }
}

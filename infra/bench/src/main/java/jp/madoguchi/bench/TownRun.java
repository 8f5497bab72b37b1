package jp.madoguchi.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * A stretch of ordinary use: residents file applications, members of staff move the cases, for as long as told. Fails on any error,
 * on a broken chain of case records, and if a connection to the database is still out when everybody has left.
 */
final class TownRun {

    private static final List<String> STAFF = List.of("chuo-clerk1", "chuo-clerk2", "chuo-chief");
    private static final Duration REST = Duration.ofSeconds(15);
    private static final int MOST_PAGES_OF_AUDIT = 2_000;

    private final Options options;
    private final PrintStream out;

    TownRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(List.of("minutes", "residents", "clerks", "pause", "portal", "backoffice", "identity", "mailbox",
                "password", "secrets", "portal-management", "backoffice-management"));
        var portal = options.address("portal", "http://localhost:8080");
        var backoffice = options.address("backoffice", "http://localhost:8081");
        var minutes = Duration.ofMinutes(options.number("minutes", 60, 1, 1_440));
        int residents = options.number("residents", 8, 1, 24);
        int clerks = options.number("clerks", 16, 1, 64);
        var pause = Duration.ofMillis(options.number("pause", 500, 0, 600_000));
        var password = options.text("password", "madoguchi-demo");
        var accounts = Accounts.of(options);
        out.printf("%d residents and %d members of staff for %d minutes%n", residents, clerks, minutes.toMinutes());

        var steps = new Steps();
        int receipts = 0;
        var staff = new ArrayList<Caseworker>();
        try (var crowd = Crowd.signedIn(portal, accounts, Errand.usual(), residents, steps);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clerks; i++) {
                var clerk = new Caseworker(backoffice, steps);
                staff.add(clerk);
                clerk.signIn(STAFF.get(i % STAFF.size()), password);
            }
            steps.clear();
            long end = System.nanoTime() + minutes.toNanos();
            staff.forEach(clerk -> people.submit(() -> until(end, pause, clerk)));
            crowd.file(minutes, pause);
            receipts = crowd.receipts();
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        } finally {
            staff.forEach(Caseworker::close);
        }
        steps.print(out);
        out.printf("receipts: %d, all different; moves that a colleague made first: %d%n", receipts,
                steps.lostRaces());
        return after(backoffice, password) && steps.errors() == 0;
    }

    /** Signs in as those who may look at it, and looks at what the run left behind. */
    private boolean after(URI backoffice, String password) throws InterruptedException {
        try {
            int broken = brokenChains(backoffice, password);
            out.println("broken chains: " + broken);
            Thread.sleep(REST.toMillis());
            var token = PoolMeters.tokenIn(Path.of(options.text("secrets", "infra/local/data/secrets.properties")));
            long ofBackoffice = PoolMeters
                    .of(options.address("backoffice-management", "http://localhost:9103"), token).acquired();
            long ofPortal = PoolMeters.of(options.address("portal-management", "http://localhost:9102"), token)
                    .acquired();
            out.printf("connections that are out: back office %d, portal %d%n", ofBackoffice, ofPortal);
            return broken == 0 && ofBackoffice == 0 && ofPortal == 0;
        } catch (Stopped stopped) {
            out.println("no look at what is left: " + stopped.getMessage());
            return false;
        }
    }

    private static int brokenChains(URI backoffice, String password) throws InterruptedException {
        int broken = 0;
        try (var auditor = new Surfer(new Steps())) {
            var seen = Login.with(auditor, backoffice.resolve("/audit"), "auditor", password);
            for (int page = 0; page < MOST_PAGES_OF_AUDIT; page++) {
                broken += seen.page().select("main td:contains(異常あり)").size();
                var next = seen.page().selectFirst("main a[rel=next]");
                if (next == null) {
                    break;
                }
                seen = auditor.open("audit", seen.address().resolve(next.attr("href")));
            }
        }
        return broken;
    }

    private static Void until(long end, Duration pause, Caseworker clerk) throws InterruptedException {
        while (System.nanoTime() - end < 0) {
            clerk.workOnce();
            Thread.sleep(pause);
        }
        return null;
    }
}

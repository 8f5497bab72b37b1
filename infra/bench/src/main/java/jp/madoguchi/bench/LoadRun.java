package jp.madoguchi.bench;

import java.io.PrintStream;
import java.util.List;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * Residents who file 児童手当 side by side, and beside it what raw PostgreSQL takes of the same statements. Fails if a single
 * step fails or two journeys get one receipt.
 */
final class LoadRun {

    /** As many as one program takes without being told more about its limits. */
    private static final int MOST_RESIDENTS = 200;

    private final Options options;
    private final PrintStream out;

    LoadRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(List.of("portal", "journeys", "residents", "identity", "mailbox", "db", "db-user", "db-password"));
        var portal = options.address("portal", "http://localhost:8080");
        int journeys = options.number("journeys", 100, 1, 100_000);
        int residents = options.number("residents", 8, 1, MOST_RESIDENTS);
        var errand = Errand.usual();
        var accounts = Accounts.of(options);
        var raw = RawPostgres.of(options);
        out.printf("%d journeys by %d residents side by side against %s%n", journeys, residents, portal);

        var steps = new Steps();
        long began;
        int receipts;
        try (var crowd = Crowd.signedIn(portal, accounts, errand, residents, steps)) {
            steps.clear();
            began = System.nanoTime();
            crowd.file(journeys);
            receipts = crowd.receipts();
        } catch (Stopped stopped) {
            out.println("no account, no measurement: " + stopped.getMessage());
            return false;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        steps.print(out);
        double rate = receipts / seconds;
        out.printf("receipts: %d of %d, all different%n", receipts, journeys);
        out.printf("%.1f s: %.2f journeys/s, %.1f requests/s%n", seconds, rate, steps.requests() / seconds);

        raw.beside(rate, residents, journeys, out);
        return steps.errors() == 0 && receipts == journeys;
    }
}

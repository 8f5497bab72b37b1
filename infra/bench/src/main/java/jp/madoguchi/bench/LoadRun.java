package jp.madoguchi.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * Residents who file 児童手当 side by side, and beside it what raw PostgreSQL takes of the same statements. Fails if a single
 * step fails or two journeys get one receipt.
 */
final class LoadRun {

    /** Each opens an account; the guard against mass registration lets 29 mails an hour go to one address. */
    private static final int MOST_RESIDENTS = 24;

    private final Options options;
    private final PrintStream out;

    LoadRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        var portal = options.address("portal", "http://localhost:8080");
        int journeys = options.number("journeys", 100, 1, 100_000);
        int residents = options.number("residents", 8, 1, MOST_RESIDENTS);
        var accounts = Accounts.of(options);
        var raw = RawPostgres.of(options);
        out.printf("%d journeys by %d residents side by side against %s%n", journeys, residents, portal);

        var steps = new Steps();
        var left = new AtomicInteger(journeys);
        Set<String> receipts = ConcurrentHashMap.newKeySet();
        long began;
        var signedIn = new ArrayList<Resident>();
        try {
            for (int i = 1; i <= residents; i++) {
                var resident = new Resident(portal, steps);
                signedIn.add(resident);
                accounts.signIn(resident, i);
            }
            steps.clear();
            began = System.nanoTime();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var resident : signedIn) {
                    people.submit(() -> {
                        while (left.getAndDecrement() > 0) {
                            fileOnce(resident, steps, receipts);
                        }
                        return null;
                    });
                }
            }
        } catch (Stopped stopped) {
            out.println("no account, no measurement: " + stopped.getMessage());
            return false;
        } finally {
            signedIn.forEach(Resident::close);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        steps.print(out);
        double rate = receipts.size() / seconds;
        out.printf("receipts: %d of %d, all different%n", receipts.size(), journeys);
        out.printf("%.1f s: %.2f journeys/s, %.1f requests/s%n", seconds, rate, steps.requests() / seconds);

        var taken = raw.run(residents, Math.max(journeys, 200));
        out.printf("raw PostgreSQL, same statements, %d connections: %.1f journeys/s, %.0f statements/s%n", residents,
                taken.journeysPerSecond(), taken.statementsPerSecond());
        out.printf("ratio: the whole way over HTTP runs at %.1f%% of raw PostgreSQL%n",
                100 * rate / taken.journeysPerSecond());
        return steps.errors() == 0 && receipts.size() == journeys;
    }

    private static void fileOnce(Resident resident, Steps steps, Set<String> receipts) throws InterruptedException {
        try {
            var receipt = resident.file().getPath();
            if (!receipts.add(receipt)) {
                steps.failed("one receipt for two journeys: " + receipt);
            }
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
    }
}

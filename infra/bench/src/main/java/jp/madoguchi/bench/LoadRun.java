package jp.madoguchi.bench;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jp.madoguchi.bench.Surfer.Stopped;

/**
 * Residents who file 児童手当 side by side, and beside it what raw PostgreSQL takes of the same statements. Fails if a single
 * step fails or two journeys get one receipt.
 */
final class LoadRun {

    private final Options options;
    private final PrintStream out;

    LoadRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        var portal = options.address("portal", "http://localhost:8080");
        int journeys = options.number("journeys", 100, 1, 100_000);
        int residents = options.number("residents", 8, 1, 256);
        var account = options.text("account", "hanako@example.jp");
        var password = options.text("password", "madoguchi-demo");
        var raw = RawPostgres.of(options);
        out.printf("%d journeys by %d residents side by side against %s%n", journeys, residents, portal);

        var signIns = new Steps();
        var steps = new Steps();
        var left = new AtomicInteger(journeys);
        Set<String> receipts = ConcurrentHashMap.newKeySet();
        var ready = new CountDownLatch(residents);
        var go = new CountDownLatch(1);
        long began;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < residents; i++) {
                people.submit(() -> {
                    try (var resident = new Resident(portal, steps)) {
                        try {
                            new SignedIn(resident, signIns).as(account, password);
                        } finally {
                            ready.countDown();
                        }
                        go.await();
                        while (left.getAndDecrement() > 0) {
                            fileOnce(resident, steps, receipts);
                        }
                    }
                    return null;
                });
            }
            ready.await();
            steps.clear();
            began = System.nanoTime();
            go.countDown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        steps.print(out);
        double rate = receipts.size() / seconds;
        out.printf("receipts: %d of %d, all different%n", receipts.size(), journeys);
        out.printf("%.1f s: %.2f journeys/s, %.1f requests/s%n", seconds, rate, steps.requests() / seconds);
        signIns.printErrors(out, "sign-in errors");

        var taken = raw.run(residents, Math.max(journeys, 200));
        out.printf("raw PostgreSQL, same statements, %d connections: %.1f journeys/s, %.0f statements/s%n", residents,
                taken.journeysPerSecond(), taken.statementsPerSecond());
        out.printf("ratio: the whole way over HTTP runs at %.1f%% of raw PostgreSQL%n",
                100 * rate / taken.journeysPerSecond());
        return steps.errors() == 0 && signIns.errors() == 0 && receipts.size() == journeys;
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

    /** Signs in before the clock runs: hashing a password is slow on purpose and is not what is measured. */
    private record SignedIn(Resident resident, Steps signIns) {
        void as(String account, String password) throws InterruptedException {
            try {
                resident.signIn(account, password);
            } catch (Stopped stopped) {
                signIns.failed(String.valueOf(stopped.getMessage()));
            }
        }
    }
}

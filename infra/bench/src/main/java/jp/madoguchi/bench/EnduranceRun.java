package jp.madoguchi.bench;

import java.io.PrintStream;
import java.time.Duration;

import jp.madoguchi.bench.Surfer.Stopped;
import jp.madoguchi.bench.deployed.DeployedTown;
import jp.madoguchi.bench.deployed.Program;
import jp.madoguchi.bench.meter.Memory;

/** Many residents with a long form and large files, for some time: memory and pools must not grow without end, and nothing may fail. */
final class EnduranceRun {

    private static final Duration REST = Duration.ofSeconds(15);

    private final Options options;
    private final PrintStream out;
    private final Steps steps = new Steps();

    EnduranceRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(TownOptions.and("residents", "minutes", "procedure", "file-bytes", "every"));
        int residents = options.number("residents", 64, 1, 200);
        var time = Duration.ofMinutes(options.number("minutes", 10, 1, 1_440));
        var every = Duration.ofSeconds(options.number("every", 10, 1, 3_600));
        var errand = Errand.of(options.text("procedure", "hoiku-riyo"),
                options.number("file-bytes", 2_000_000, 1, 9_500_000));
        var settings = TownOptions.read(options);
        out.printf("%d residents file %s for %d minutes%n", residents, errand.procedure(), time.toMinutes());

        try (var town = DeployedTown.start(settings)) {
            var intake = new Intake(town);
            intake.awaitCatalogue(errand.procedure());
            var accounts = new Accounts(town.address(Program.IDENTITY), town.mailbox());
            try (var crowd = Crowd.signedIn(town.address(Program.PORTAL), accounts, errand, residents, steps)) {
                file(town, crowd, time, every);
                intake.awaitAllTaken();
            }
            Thread.sleep(REST.toMillis());
            new CostReport(town, out).memory();
            out.printf("connections that are out: back office %d, portal %d%n", leftOut(
                    pool(town, Program.BACKOFFICE)), leftOut(pool(town, Program.PORTAL)));
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
        steps.printErrors(out, "errors");
        return steps.errors() == 0;
    }

    private long leftOut(PoolMeters meters) {
        if (meters.acquired() != 0) {
            steps.failed(meters.acquired() + " connections to the database were not given back");
        }
        return meters.acquired();
    }

    private void file(DeployedTown town, Crowd crowd, Duration time, Duration every) throws InterruptedException {
        steps.clear();
        out.printf("%6s %9s %8s %22s %22s %24s%n", "s", "receipts", "errors", "RSS id/portal/bo MB", "heap after GC MB",
                "portal's pool out/idle/waiting");
        var stretch = Stretch.begin(town);
        long began = System.nanoTime();
        var watching = Thread.ofVirtual().start(() -> watch(town, crowd, stretch, began, every));
        crowd.file(time, Duration.ZERO);
        watching.interrupt();
        watching.join();
        var costs = stretch.end();
        steps.print(out);
        out.printf("%.1f s: %.2f journeys/s, %.1f requests/s%n", costs.seconds(), crowd.receipts() / costs.seconds(),
                steps.requests() / costs.seconds());
        var report = new CostReport(town, out);
        report.cpu(costs, steps, "journey", crowd.receipts());
        report.pauses(costs);
    }

    private void watch(DeployedTown town, Crowd crowd, Stretch stretch, long began, Duration every) {
        try {
            while (true) {
                Thread.sleep(every);
                var rss = new StringBuilder();
                var heap = new StringBuilder();
                var pauses = stretch.pauses();
                for (var program : Program.values()) {
                    rss.append(' ').append(Memory.ofProcess(town.process(program).processId()).residentKb() / 1024);
                    var last = pauses.get(program);
                    heap.append(' ').append(last == null || last.heapAfterMb() < 0 ? "-" : last.heapAfterMb());
                }
                var pool = pool(town, Program.PORTAL);
                out.printf("%6d %9d %8d %22s %22s %12d %4d %6d%n", (System.nanoTime() - began) / 1_000_000_000,
                        crowd.receipts(), steps.errors(), rss, heap, pool.acquired(), pool.idle(), pool.pending());
            }
        } catch (InterruptedException enough) {
            // The time is over.
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
    }

    private static PoolMeters pool(DeployedTown town, Program program) throws InterruptedException {
        return PoolMeters.of(town.management(program), town.managementToken());
    }
}

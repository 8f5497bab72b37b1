package jp.madoguchi.bench;

import java.io.PrintStream;
import java.time.Duration;

import jp.madoguchi.bench.StatementReport.Rest;
import jp.madoguchi.bench.deployed.DeployedTown;

/** What the programs cost while nobody asks for anything. */
final class IdleRun {

    private final Options options;
    private final PrintStream out;

    IdleRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(TownOptions.and("minutes", "settle", "rest"));
        var time = Duration.ofMinutes(options.number("minutes", 2, 1, 1_440));
        var settle = Duration.ofSeconds(options.number("settle", 60, 0, 3_600));
        var counted = Duration.ofSeconds(options.number("rest", 60, 1, 3_600));
        try (var town = DeployedTown.start(TownOptions.read(options))) {
            new Intake(town).awaitCatalogue(Errand.USUAL);
            Thread.sleep(settle.toMillis());
            var report = new CostReport(town, out);
            var stretch = Stretch.begin(town);
            Thread.sleep(time.toMillis());
            var costs = stretch.end();
            out.printf("%n== at rest for %d minutes%n", time.toMinutes());
            report.cpu(costs, new Steps(), "minute", Math.toIntExact(time.toMinutes()));
            report.pauses(costs);
            report.memory();
            out.printf("%n== statements at rest (%d s, not those of the times above)%n", counted.toSeconds());
            new StatementReport(out).rest(new Rest(town.statements().during(() -> Thread.sleep(counted.toMillis())),
                    counted.toSeconds()));
        }
        return true;
    }
}

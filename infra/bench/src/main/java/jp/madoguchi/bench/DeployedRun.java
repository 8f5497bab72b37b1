package jp.madoguchi.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jp.madoguchi.bench.StatementReport.Rest;
import jp.madoguchi.bench.Surfer.Stopped;
import jp.madoguchi.bench.deployed.DeployedTown;
import jp.madoguchi.bench.deployed.Program;
import jp.madoguchi.bench.meter.Jcmd;

import org.jspecify.annotations.Nullable;

/**
 * The house as an operator runs it, started for this run: residents file side by side, first on programs that have just started, then
 * on warm ones; then members of staff decide; then the statements are counted. Fails if a single step fails.
 */
final class DeployedRun {

    private static final String STAFF_PASSWORD = "madoguchi-demo";

    private final Options options;
    private final PrintStream out;
    private final Steps steps = new Steps();

    DeployedRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        options.only(TownOptions.and("journeys", "residents", "first", "warm-up", "cases", "clerks", "counted", "rest",
                "raw", "jfr"));
        int residents = options.number("residents", 8, 1, 200);
        int journeys = options.number("journeys", 300, 1, 100_000);
        int first = options.number("first", 300, 0, 100_000);
        int warmUp = options.number("warm-up", 600, 0, 100_000);
        int cases = options.number("cases", 60, 0, 10_000);
        int clerks = options.number("clerks", 2, 1, 16);
        int counted = options.number("counted", 60, 0, 10_000);
        var rest = Duration.ofSeconds(options.number("rest", 60, 0, 3_600));
        boolean withRaw = options.choice("raw", "yes", "yes", "no").equals("yes");
        var recordings = recordings();
        var settings = TownOptions.read(options);

        long began = System.nanoTime();
        try (var town = DeployedTown.start(settings)) {
            out.printf("three programs are ready after %.1f s; data on %s%n", (System.nanoTime() - began) / 1e9,
                    town.fileSystem());
            var accounts = new Accounts(town.address(Program.IDENTITY), town.mailbox());
            var intake = new Intake(town);
            intake.awaitCatalogue(Errand.USUAL);
            try (var crowd = signIn(town, accounts, residents)) {
                var load = new Load(town, crowd, intake, steps, out);
                load.measure("first", first);
                load.unmeasured(warmUp);
                crowd.knowsAll();
                record(town, recordings);
                double rate = load.measure("warm", journeys);
                endRecordings(town, recordings);
                new CostReport(town, out).memory();
                if (withRaw) {
                    new RawPostgres(town.databaseUrl(), "portal_owner", "portal_owner").beside(rate, residents,
                            journeys, out);
                }
                var way = new ClerksWay(town.address(Program.BACKOFFICE), steps, clerks, STAFF_PASSWORD);
                try (way) {
                    way.signIn();
                    decide(town, way, cases);
                    count(town, crowd, intake, way, counted, rest);
                }
            }
        } catch (Stopped stopped) {
            steps.failed(String.valueOf(stopped.getMessage()));
        }
        steps.printErrors(out, "errors");
        return steps.errors() == 0;
    }

    private Crowd signIn(DeployedTown town, Accounts accounts, int residents) throws InterruptedException {
        var stretch = Stretch.begin(town);
        var crowd = Crowd.signedIn(town.address(Program.PORTAL), accounts, Errand.usual(), residents, steps);
        out.printf("%n== %d residents registered and signed in%n", residents);
        // Registrations are sent by browsers of their own, so requests are those of the way through the sign-in only.
        new CostReport(town, out).cpu(stretch.end(), new Steps(), "resident", residents);
        return crowd;
    }

    private void decide(DeployedTown town, ClerksWay way, int cases) throws InterruptedException {
        if (cases == 0) {
            return;
        }
        out.printf("%n== staff: %d cases, each from the queue to the approval%n", cases);
        steps.clear();
        var stretch = Stretch.begin(town);
        int decided = way.decide(cases);
        var costs = stretch.end();
        steps.print(out);
        out.printf("%d cases in %.1f s%n", decided, costs.seconds());
        var report = new CostReport(town, out);
        report.cpu(costs, steps, "case", decided);
        report.pauses(costs);
        if (decided < cases) {
            steps.failed("only " + decided + " of " + cases + " cases could be decided");
        }
    }

    private void count(DeployedTown town, Crowd crowd, Intake intake, ClerksWay way, int counted, Duration time)
            throws InterruptedException {
        if (counted == 0) {
            return;
        }
        var rest = rest(town, time);
        var report = new StatementReport(out);
        if (rest != null) {
            out.printf("%n== statements at rest (%d s)%n", time.toSeconds());
            report.rest(rest);
        }
        var nanos = new AtomicLong();
        var ofJourneys = town.statements().during(() -> {
            long began = System.nanoTime();
            crowd.file(counted);
            intake.awaitAllTaken();
            nanos.set(System.nanoTime() - began);
        });
        out.printf("%n== statements of %d journeys until their cases were open%n", counted);
        report.each("journey", counted, ofJourneys, nanos.get() / 1e9, rest);
        var decided = new int[1];
        var ofCases = town.statements().during(() -> {
            long began = System.nanoTime();
            decided[0] = way.decide(counted);
            nanos.set(System.nanoTime() - began);
        });
        if (decided[0] > 0) {
            out.printf("%n== statements of %d cases from the queue to the approval%n", decided[0]);
            report.each("case", decided[0], ofCases, nanos.get() / 1e9, rest);
        }
    }

    private static @Nullable Rest rest(DeployedTown town, Duration time) throws InterruptedException {
        return time.isZero()
                ? null
                : new Rest(town.statements().during(() -> Thread.sleep(time.toMillis())), time.toSeconds());
    }

    private @Nullable Path recordings() {
        var folder = options.text("jfr", "");
        if (folder.isEmpty()) {
            return null;
        }
        var path = Path.of(folder).toAbsolutePath();
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("--jfr must be a folder that is there: " + path);
        }
        return path;
    }

    private static void record(DeployedTown town, @Nullable Path folder) throws InterruptedException {
        if (folder != null) {
            for (var program : Program.values()) {
                Jcmd.record(town.process(program).processId(), folder.resolve(program.role() + ".jfr"));
            }
        }
    }

    private void endRecordings(DeployedTown town, @Nullable Path folder) throws InterruptedException {
        if (folder != null) {
            for (var program : Program.values()) {
                Jcmd.endRecording(town.process(program).processId());
            }
            out.println("recordings of the warm phase: " + folder + " (they cost a few per cent while they run)");
        }
    }
}

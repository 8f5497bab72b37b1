package jp.madoguchi.bench;

import java.io.PrintStream;

import jp.madoguchi.bench.Stretch.Part;
import jp.madoguchi.bench.deployed.DeployedTown;

/** A crowd that files, and what it costs. */
final class Load {

    private final DeployedTown town;
    private final Crowd crowd;
    private final Intake intake;
    private final Steps steps;
    private final PrintStream out;

    Load(DeployedTown town, Crowd crowd, Intake intake, Steps steps, PrintStream out) {
        this.town = town;
        this.crowd = crowd;
        this.intake = intake;
        this.steps = steps;
        this.out = out;
    }

    void unmeasured(int journeys) throws InterruptedException {
        crowd.file(journeys);
        intake.awaitAllTaken();
    }

    /** @return journeys in a second */
    double measure(String phase, int journeys) throws InterruptedException {
        if (journeys == 0) {
            return 0;
        }
        steps.clear();
        int before = crowd.receipts();
        var whole = Stretch.begin(town);
        var filing = Stretch.begin(town);
        crowd.file(journeys);
        var costs = filing.end();
        int filed = crowd.receipts() - before;
        intake.awaitAllTaken();
        var withIntake = whole.end();

        out.printf("%n== %s: %d journeys, %d receipts, all different%n", phase, journeys, filed);
        steps.print(out);
        out.printf("%.1f s: %.2f journeys/s, %.1f requests/s%n", costs.seconds(), filed / costs.seconds(),
                steps.requests() / costs.seconds());
        var report = new CostReport(town, out);
        report.cpu(costs, steps, "journey", filed);
        report.pauses(costs);
        out.printf("intake: all %d cases open after %.1f s; back office %.2f ms of CPU a case, all its background work "
                + "of that time included%n", filed, withIntake.seconds(),
                (double) withIntake.cpuMillis(Part.BACKOFFICE) / Math.max(1, filed));
        if (filed != journeys) {
            steps.failed(filed + " receipts for " + journeys + " journeys");
        }
        return filed / costs.seconds();
    }
}

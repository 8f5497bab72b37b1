package jp.madoguchi.bench;

import java.io.PrintStream;

import jp.madoguchi.bench.Stretch.Costs;
import jp.madoguchi.bench.Stretch.Part;
import jp.madoguchi.bench.deployed.DeployedTown;
import jp.madoguchi.bench.deployed.Program;
import jp.madoguchi.bench.meter.Jcmd;
import jp.madoguchi.bench.meter.Memory;

/** Tells what a stretch cost. */
final class CostReport {

    private final DeployedTown town;
    private final PrintStream out;

    CostReport(DeployedTown town, PrintStream out) {
        this.town = town;
        this.out = out;
    }

    /**
     * Processor time of each part.
     *
     * @param steps whose requests of that stretch
     * @param unit what was done, such as {@code journey}
     * @param done how often
     */
    void cpu(Costs costs, Steps steps, String unit, int done) {
        out.printf("%-14s %9s %9s %9s %9s %7s%n", "CPU", "requests", "ms", "ms/req", "ms/" + unit, "share");
        long all = costs.serverMillis() + costs.cpuMillis(Part.CLIENT);
        for (var part : Part.values()) {
            long millis = costs.cpuMillis(part);
            long requests = requests(part, steps);
            out.printf("%-14s %9s %9d %9s %9s %6.1f%%%n", part.title(), requests == 0 ? "" : requests, millis,
                    requests == 0 ? "" : "%.2f".formatted((double) millis / requests),
                    done == 0 ? "" : "%.1f".formatted((double) millis / done), all == 0 ? 0 : 100.0 * millis / all);
        }
        out.printf("all but the load client: %.1f ms a %s; the load client is %.1f%% of that%n",
                done == 0 ? 0 : (double) costs.serverMillis() / done, unit,
                100.0 * costs.cpuMillis(Part.CLIENT) / Math.max(1, costs.serverMillis()));
    }

    private long requests(Part part, Steps steps) {
        return switch (part) {
            case IDENTITY -> steps.requests(town.address(Program.IDENTITY));
            case PORTAL -> steps.requests(town.address(Program.PORTAL));
            case BACKOFFICE -> steps.requests(town.address(Program.BACKOFFICE));
            case CLIENT -> steps.requests();
            default -> 0;
        };
    }

    void pauses(Costs costs) {
        costs.pauses().forEach((program, pauses) -> out.printf(
                "GC %-10s %s: %d pauses, %.1f ms in all, longest %.1f ms; heap after the last %s%n", program.role(),
                town.gcLog(program).collector(), pauses.count(), pauses.totalMillis(), pauses.longestMillis(),
                pauses.heapAfterMb() < 0 ? "-" : pauses.heapAfterMb() + " MB"));
    }

    /** What each program holds, after a full collection that this causes. */
    void memory() throws InterruptedException {
        for (var program : Program.values()) {
            long id = town.process(program).processId();
            int mark = town.gcLog(program).mark();
            var before = Memory.ofProcess(id);
            Jcmd.collect(id);
            out.printf("memory %-10s RSS %d MB (highest %d MB); on the heap after a full collection %d MB%n",
                    program.role(), before.residentKb() / 1024, before.highestKb() / 1024,
                    town.gcLog(program).since(mark).heapAfterMb());
        }
    }
}

package jp.madoguchi.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import jp.madoguchi.bench.deployed.DeployedTown;
import jp.madoguchi.bench.deployed.Program;
import jp.madoguchi.bench.meter.CpuTime;
import jp.madoguchi.bench.meter.GcLog;

/** A stretch of time for which costs are measured. */
final class Stretch {

    private final DeployedTown town;
    private final long began;
    private final Map<Part, Duration> cpuBefore;
    private final Map<Program, Integer> gcMarks = new EnumMap<>(Program.class);

    private Stretch(DeployedTown town) {
        this.town = town;
        for (var program : Program.values()) {
            gcMarks.put(program, town.gcLog(program).mark());
        }
        this.cpuBefore = cpu(town);
        this.began = System.nanoTime();
    }

    static Stretch begin(DeployedTown town) {
        return new Stretch(town);
    }

    /** Who uses processors. */
    enum Part {
        IDENTITY("identity"), PORTAL("portal"), BACKOFFICE("back office"), POSTGRES("PostgreSQL"), SURROUNDINGS(
                "S3 and mail"), CLIENT("load client");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        static Part of(Program program) {
            return switch (program) {
                case IDENTITY -> IDENTITY;
                case PORTAL -> PORTAL;
                case BACKOFFICE -> BACKOFFICE;
            };
        }
    }

    /**
     * What it cost.
     *
     * @param seconds how long it was
     * @param cpuMillis processor time of each part, user and system, ms
     * @param pauses of the collectors
     */
    record Costs(double seconds, Map<Part, Long> cpuMillis, Map<Program, GcLog.Pauses> pauses) {

        long cpuMillis(Part part) {
            return cpuMillis.getOrDefault(part, 0L);
        }

        /** All but the load client. */
        long serverMillis() {
            return cpuMillis.values().stream().mapToLong(Long::longValue).sum() - cpuMillis(Part.CLIENT);
        }
    }

    Costs end() {
        double seconds = (System.nanoTime() - began) / 1e9;
        var after = cpu(town);
        var used = new EnumMap<Part, Long>(Part.class);
        after.forEach((part, time) -> used.put(part,
                time.minus(cpuBefore.getOrDefault(part, Duration.ZERO)).toMillis()));
        return new Costs(seconds, used, pauses());
    }

    /** The pauses so far. */
    Map<Program, GcLog.Pauses> pauses() {
        var pauses = new EnumMap<Program, GcLog.Pauses>(Program.class);
        gcMarks.forEach((program, mark) -> pauses.put(program, town.gcLog(program).since(mark)));
        return pauses;
    }

    private static Map<Part, Duration> cpu(DeployedTown town) {
        var cpu = new EnumMap<Part, Duration>(Part.class);
        for (var program : Program.values()) {
            cpu.put(Part.of(program), CpuTime.ofProcess(town.process(program).processId()));
        }
        cpu.put(Part.POSTGRES, CpuTime.ofFamily(town.postgresId()));
        cpu.put(Part.SURROUNDINGS, CpuTime.ofProcess(town.surroundingsId()));
        cpu.put(Part.CLIENT, CpuTime.ofProcess(ProcessHandle.current().pid()));
        return cpu;
    }
}

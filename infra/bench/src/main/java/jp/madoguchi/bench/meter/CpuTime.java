package jp.madoguchi.bench.meter;

import java.time.Duration;

/** Processor time of whole processes, user and system, in steps of 10 ms. */
public final class CpuTime {

    private static final int ATTEMPTS = 20;

    private CpuTime() {}

    /** @throws IllegalStateException if it does not run any more */
    public static Duration ofProcess(long processId) {
        return read(processId).own();
    }

    /**
     * A process with all that it started, whether it runs still or not.
     *
     * @throws IllegalStateException if it does not run any more
     */
    public static Duration ofFamily(long processId) {
        var before = read(processId);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var children = ProcessHandle.of(processId).stream().flatMap(ProcessHandle::children)
                    .map(child -> ProcStat.of(child.pid()).map(ProcStat::total).orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
            var after = read(processId);
            // A child that ended in between would be missed or counted twice.
            if (after.ended().equals(before.ended())) {
                return after.total().plus(children);
            }
            before = after;
        }
        throw new IllegalStateException("the children of process " + processId + " come and go too fast to be counted");
    }

    private static ProcStat read(long processId) {
        return ProcStat.of(processId)
                .orElseThrow(() -> new IllegalStateException("no process " + processId + " in /proc"));
    }
}

package jp.madoguchi.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class ProcStatTest {

    @Test
    void readsUserAndSystemTimeOfItselfAndOfChildrenThatEnded() {
        var stat = ProcStat.parse("19060 (postgres: (odd) name) S 1 19060 19060 0 -1 4194624 9912 105330 12 7 "
                + "120 30 4000 55 20 0 1 0 42119 226000896 6710 18446744073709551615");

        assertThat(stat.own()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(stat.ended()).isEqualTo(Duration.ofMillis(40_550));
        assertThat(stat.total()).isEqualTo(Duration.ofMillis(42_050));
    }

    @Test
    void aProcessThatIsNotThereIsNotCountedAsNothing() {
        assertThat(ProcStat.of(Long.MAX_VALUE)).isEmpty();
        assertThatThrownBy(() -> CpuTime.ofProcess(Long.MAX_VALUE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thisProcessHasUsedAsMuchAsTheJvmKnowsOf() {
        long id = ProcessHandle.current().pid();
        var before = CpuTime.ofProcess(id);
        var known = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        var after = CpuTime.ofProcess(id);
        // Both are told in hundredths of a second.
        assertThat(known).isBetween(before.minusMillis(20), after.plusMillis(20));
    }

    @Test
    void aChildThatEndedStaysInTheFamily() throws Exception {
        long id = ProcessHandle.current().pid();
        var before = CpuTime.ofFamily(id).minus(CpuTime.ofProcess(id));
        int used = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start()
                .waitFor();
        assertThat(used).isZero();
        var children = CpuTime.ofFamily(id).minus(CpuTime.ofProcess(id));
        assertThat(children).isGreaterThan(before);
    }

    @Test
    void memoryIsReadFromWhatTheKernelTells() {
        var memory = Memory.parse("""
                Name:\tjava
                VmPeak:\t 5000000 kB
                VmHWM:\t  612340 kB
                VmRSS:\t  598012 kB
                Threads:\t41
                """);
        assertThat(memory).isEqualTo(new Memory(598_012, 612_340));
        assertThat(Memory.ofProcess(ProcessHandle.current().pid()).residentKb()).isPositive();
    }
}

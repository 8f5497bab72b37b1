package jp.madoguchi.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

    private static final String LINES = """
            [0.010s][info][gc] Using G1
            [0.561s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->5M(64M) 3.250ms
            [1.002s][info][gc] GC(1) Pause Young (Concurrent Start) (Metadata GC Threshold) 40M->12M(64M) 7.500ms
            [1.002s][info][gc] GC(2) Concurrent Mark Cycle
            [1.020s][info][gc] GC(2) Pause Remark 14M->14M(64M) 1.250ms
            [1.031s][info][gc] GC(2) Concurrent Mark Cycle 28.750ms
            """;

    @TempDir
    private Path folder;

    @Test
    void countsPausesAndNotWhatRunsBeside() throws Exception {
        var log = new GcLog(Files.writeString(folder.resolve("gc.log"), LINES));
        var all = log.since(0);

        assertThat(log.collector()).isEqualTo("G1");
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.totalMillis()).isCloseTo(12.0, Offset.offset(0.001));
        assertThat(all.longestMillis()).isEqualTo(7.5);
        assertThat(all.heapAfterMb()).isEqualTo(14);
    }

    @Test
    void aStretchBeginsAtItsMark() throws Exception {
        var file = Files.writeString(folder.resolve("gc.log"), LINES);
        var log = new GcLog(file);
        int mark = log.mark();
        assertThat(log.since(mark)).isEqualTo(new GcLog.Pauses(0, 0, 0, -1));

        Files.writeString(file, LINES + "[9.1s][info][gc] GC(3) Pause Full (Diagnostic Command) 30M->9M(64M) 20.5ms\n");
        assertThat(log.since(mark)).isEqualTo(new GcLog.Pauses(1, 20.5, 20.5, 9));
    }
}

package jp.madoguchi.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds of the machine's memory, from {@code /proc/<pid>/status} (proc(5)).
 *
 * @param residentKb now, in KiB (VmRSS)
 * @param highestKb the most it ever was, in KiB (VmHWM)
 */
public record Memory(long residentKb, long highestKb) {

    public static Memory ofProcess(long processId) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(processId), "status")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static Memory parse(String status) {
        return new Memory(kilobytes(status, "VmRSS:"), kilobytes(status, "VmHWM:"));
    }

    private static long kilobytes(String status, String name) {
        return status.lines().filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).replace("kB", "").strip())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " among what /proc tells"));
    }
}

package jp.madoguchi.bench.meter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A line of {@code /proc/<pid>/stat} (proc(5)): what a process has used of the processors, in user and kernel mode.
 *
 * @param own of the process itself, all its threads, those that have ended too
 * @param ended of its children that have ended and of theirs
 */
record ProcStat(Duration own, Duration ended) {

    /** USER_HZ, in which the kernel tells these times to programs; the same on every architecture this runs on. */
    private static final int TICKS_PER_SECOND = 100;
    /** Places of utime, stime, cutime and cstime (fields 14 to 17), counted from behind the name of the program. */
    private static final int USER = 11;

    static ProcStat parse(String line) {
        // The name of a program stands in brackets and may hold blanks and brackets itself.
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new ProcStat(ticks(fields[USER], fields[USER + 1]), ticks(fields[USER + 2], fields[USER + 3]));
    }

    /** Empty if there is no such process any more. */
    static Optional<ProcStat> of(long processId) {
        try {
            return Optional.of(parse(Files.readString(Path.of("/proc", Long.toString(processId), "stat"),
                    StandardCharsets.ISO_8859_1)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    Duration total() {
        return own.plus(ended);
    }

    private static Duration ticks(String user, String system) {
        return Duration.ofMillis((Long.parseLong(user) + Long.parseLong(system)) * 1_000 / TICKS_PER_SECOND);
    }
}

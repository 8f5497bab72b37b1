package jp.madoguchi.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a JVM writes with {@code -Xlog:gc:file=…} (JEP 271): its pauses, and what the heap held after each. */
public final class GcLog {

    private static final Pattern PAUSE = Pattern
            .compile("GC\\(\\d+\\) Pause .* \\d+M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms$");
    private static final Pattern COLLECTOR = Pattern.compile("Using (\\w+(?: \\w+)*)$");

    private final Path file;

    public GcLog(Path file) {
        this.file = file;
    }

    /** The option that makes a JVM write it. */
    public String option() {
        return "-Xlog:gc:file=" + file + ":uptime:filecount=0";
    }

    /**
     * Pauses of a stretch.
     *
     * @param count how many
     * @param totalMillis their sum
     * @param longestMillis the longest
     * @param heapAfterMb MiB on the heap after the last one; -1 if there was none
     */
    public record Pauses(int count, double totalMillis, double longestMillis, int heapAfterMb) {}

    /** How many lines there are: where a stretch begins. */
    public int mark() {
        return lines().size();
    }

    /** The pauses since that mark. */
    public Pauses since(int mark) {
        var lines = lines();
        return pauses(lines.subList(Math.min(mark, lines.size()), lines.size()));
    }

    /** As the JVM calls it; {@code unknown} if it does not say. */
    public String collector() {
        return lines().stream().map(COLLECTOR::matcher).filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1)).findFirst().orElse("unknown");
    }

    static Pauses pauses(List<String> lines) {
        int count = 0;
        double total = 0;
        double longest = 0;
        int heap = -1;
        for (var line : lines) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                double millis = Double.parseDouble(pause.group(2));
                count++;
                total += millis;
                longest = Math.max(longest, millis);
                heap = Integer.parseInt(pause.group(1));
            }
        }
        return new Pauses(count, total, longest, heap);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

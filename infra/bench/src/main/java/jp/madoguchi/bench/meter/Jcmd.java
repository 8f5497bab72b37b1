package jp.madoguchi.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's tool that gives orders to a running JVM. */
public final class Jcmd {

    private Jcmd() {}

    /** A full collection, so that the next line of the GC log tells what lives. */
    public static void collect(long processId) throws InterruptedException {
        order(processId, "GC.run");
    }

    /** Starts a flight recording with the settings for profiling. */
    public static void record(long processId, Path file) throws InterruptedException {
        order(processId, "JFR.start", "name=bench", "settings=profile", "filename=" + file);
    }

    /** Ends the recording and writes its file. */
    public static void endRecording(long processId) throws InterruptedException {
        order(processId, "JFR.stop", "name=bench");
    }

    private static void order(long processId, String... words) throws InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(processId)));
        command.addAll(List.of(words));
        try {
            var jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

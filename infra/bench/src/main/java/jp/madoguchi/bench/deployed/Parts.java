package jp.madoguchi.bench.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

import jp.madoguchi.testkit.process.ProgramProcess;

/** All that was started for a run and the folder it lives in. Goes when it is closed, or when a signal ends this JVM. */
final class Parts implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stopAll, "stop-town");
    private boolean stopped;

    private Parts(Path folder) {
        this.folder = folder;
    }

    /** With a new folder below this one. */
    static Parts below(Path folder) {
        try {
            var parts = new Parts(Files.createTempDirectory(folder, "madoguchi-bench-"));
            Runtime.getRuntime().addShutdownHook(parts.hook);
            return parts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folder() {
        return folder;
    }

    /** What is to be closed at the end, before all that was kept earlier. */
    <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
            refuseWhatComesTooLate();
        }
        return part;
    }

    void start(ProgramProcess process) {
        synchronized (started) {
            refuseWhatComesTooLate();
            process.start();
        }
    }

    /** A signal may come while we still start. */
    private void refuseWhatComesTooLate() {
        if (stopped) {
            stopAll();
            throw new IllegalStateException("stopped while it was starting");
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is what brought us here, or waits for the lock that we held.
        }
    }

    /** Goes on when one of them does not stop. */
    private void stopAll() {
        synchronized (started) {
            stopped = true;
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (Exception failed) {
                    System.err.println("did not stop in order: " + failed);
                }
            }
            removeFolder();
        }
    }

    private void removeFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.<Path>reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException failed) {
            System.err.println("left behind: " + folder + ": " + failed);
        }
    }
}

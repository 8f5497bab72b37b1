package jp.madoguchi.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One program of the house as an operator runs it: a process of its own. It may be started again after it has ended, in
 * whatever way. Several threads may use it; only one at a time may start it.
 */
public final class ProgramProcess implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TOLD_LINES = 20;

    private final String name;
    private final ProgramCommand command;
    private final URI readiness;
    private final Path log;
    private final ProcessBuilder.Redirect output;
    private volatile @Nullable Process process;

    /**
     * Nothing runs yet.
     *
     * @param name how messages call it
     * @param readiness address that answers 200 once the program takes requests, such as
     *        {@code http://localhost:8080/readyz}
     * @param log file to which all that the program prints is added
     */
    public ProgramProcess(String name, ProgramCommand command, URI readiness, Path log) {
        this(name, command, readiness, log, ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /**
     * The same for a program that writes its log itself.
     *
     * @param output where it prints
     */
    public ProgramProcess(String name, ProgramCommand command, URI readiness, Path log,
            ProcessBuilder.Redirect output) {
        this.name = name;
        this.command = command;
        this.readiness = readiness;
        this.log = log;
        this.output = output;
    }

    /**
     * Starts the process and returns at once.
     *
     * @throws IllegalStateException if it runs already
     */
    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already, as process " + processId());
        }
        try {
            var builder = new ProcessBuilder(command.line()).redirectErrorStream(true).redirectOutput(output);
            builder.environment().putAll(command.environment());
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " could not be started", failed);
        }
    }

    /**
     * Returns once the program takes requests.
     *
     * @throws IllegalStateException if it ends before, or needs longer than this; the message has the end of its log
     */
    public void awaitReady(Duration atMost) throws InterruptedException {
        long began = System.nanoTime();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            while (!isReady(http)) {
                if (!isAlive()) {
                    throw new IllegalStateException("%s ended with %s before it was ready; the end of %s:%n%s"
                            .formatted(name, exitCode().orElse(-1), log, endOfLog()));
                }
                if (System.nanoTime() - began > atMost.toNanos()) {
                    throw new IllegalStateException("%s was not ready within %s; the end of %s:%n%s".formatted(name,
                            atMost, log, endOfLog()));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
            // Somebody else may hold the port; then the process has ended or is about to.
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200 && isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** @throws IllegalStateException if it was never started */
    public long processId() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return running.pid();
    }

    /** How it ended: 0 to 255, with 128 and the signal's number where a signal ended it; empty while it runs or before its start. */
    public OptionalInt exitCode() {
        var running = process;
        return running == null || running.isAlive() ? OptionalInt.empty() : OptionalInt.of(running.exitValue());
    }

    /**
     * Waits for a program that ends of itself.
     *
     * @return its exit code
     * @throws IllegalStateException if it was never started, or runs longer than this
     */
    public int awaitEnd(Duration atMost) throws InterruptedException {
        var running = process;
        if (running == null || !running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(name + " has not ended, log " + log);
        }
        return running.exitValue();
    }

    /** {@code kill -9}: no shutdown hook, no finally, no flushed buffer. Returns once the process is gone. */
    public void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /**
     * Asks the program to end in order (SIGTERM), and kills it if it has not by then. Returns once the process is gone.
     *
     * @return whether it ended of itself
     */
    public boolean stop(Duration patience) {
        var running = process;
        if (running == null) {
            return true;
        }
        running.destroy();
        boolean ended = false;
        try {
            ended = running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            kill();
        }
        return ended;
    }

    /** {@link #kill}: for tests and for what must not leave a process behind. */
    @Override
    public void close() {
        kill();
    }

    private String endOfLog() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join(System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}

package jp.madoguchi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears what a killed program leaves behind: a postmaster that still runs, or a pid file that names nobody. */
final class LeftoverPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostgres.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    private LeftoverPostgres() {}

    static void clear(Path dataDirectory) throws IOException {
        var pidFile = pidFile(dataDirectory);
        var processId = processId(dataDirectory);
        if (processId.isPresent()) {
            var process = ProcessHandle.of(processId.get()).filter(LeftoverPostgres::isPostgres);
            if (process.isPresent()) {
                stop(process.get(), dataDirectory);
            }
        }
        // A process id may have been given to another program since; PostgreSQL would then refuse to start.
        Files.deleteIfExists(pidFile);
    }

    /** The postmaster's process id from its pid file (first line), if there is one. */
    static Optional<Long> processId(Path dataDirectory) {
        var pidFile = pidFile(dataDirectory);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).filter(line -> line.matches("\\d{1,18}")).map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).endsWith("postgres")).orElse(false);
    }

    private static void stop(ProcessHandle process, Path dataDirectory) throws IOException {
        LOG.info("Stopping PostgreSQL (process {}) left over from an earlier run in {}", process.pid(), dataDirectory);
        // SIGTERM: no new sessions, end when the last one has gone; the program that held them is dead.
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new IOException("Process " + process.pid() + " (PostgreSQL of an earlier run) does not stop");
            }
        }
    }

    private static boolean ended(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping", e);
        }
    }

    private static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }
}

package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processes the town runs, written down in the data folder: a town that is killed cannot stop its programs, so the next one
 * does.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** By how much the system may tell the start of one process differently when its clock is set. */
    private static final Duration CLOCK_SET = Duration.ofSeconds(5);

    private final Path folder;

    /** @param folder made if missing */
    Leftovers(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down that the program runs as this process. */
    void record(Program program, long processId) {
        try {
            long began = ProcessHandle.of(processId).map(Leftovers::began).orElse(0L);
            Files.writeString(file(program), processId + " " + began + " " + program.label());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what still runs of an earlier town, the last started first. */
    void stop() {
        for (int i = Program.values().length - 1; i >= 0; i--) {
            var program = Program.values()[i];
            recorded(program).ifPresent(process -> stop(program, process));
        }
    }

    private Optional<ProcessHandle> recorded(Program program) {
        try {
            var file = file(program);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            // Process id and start, in seconds since 1970; less where writing broke off.
            var words = Files.readString(file).split(" ");
            if (words.length != 3 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
                return Optional.empty();
            }
            long began = Long.parseLong(words[1]);
            // A process id may have been given to another program since.
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> Math.abs(began(process) - began) < CLOCK_SET.toSeconds());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).getEpochSecond();
    }

    private static void stop(Program program, ProcessHandle process) {
        LOG.info("Stopping {} (process {}) left over from an earlier run", program.label(), process.pid());
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private Path file(Program program) {
        return folder.resolve(program.label() + ".pid");
    }
}

package jp.madoguchi.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the caches that the next start of the programs will use, with the script that the image is built with: one after the other
 * and at the lowest priority, while the town is in use already. Nobody waits for it, and nothing depends on it.
 */
final class Training implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final Path script;
    private final Path log;
    private boolean closed;
    private @Nullable Process running;

    private Training(Path script, Path log) {
        this.script = script;
        this.log = log;
    }

    /** @param log file to which all is added that the training runs print */
    static Training begin(Path script, List<UnpackedProgram> programs, Path log) {
        var training = new Training(script, log);
        var missing = programs.stream().filter(program -> !program.isTrained()).toList();
        Thread.ofPlatform().name("trainer").daemon().start(() -> missing.forEach(training::train));
        return training;
    }

    private void train(UnpackedProgram program) {
        var process = start(program);
        if (process != null && process.onExit().join().exitValue() != 0 && !isClosed()) {
            LOG.warn("{} goes on starting without a cache; {} tells why", program.folder().getFileName(), log);
        }
    }

    private synchronized @Nullable Process start(UnpackedProgram program) {
        if (closed) {
            return null;
        }
        var command = new ProcessBuilder("nice", "-n", "19", "sh", script.toString(), program.folder().toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            running = command.start();
            return running;
        } catch (IOException e) {
            LOG.warn("{} cannot be trained", program.folder().getFileName(), e);
            return null;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
        }
    }
}

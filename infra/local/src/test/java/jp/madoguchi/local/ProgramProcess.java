package jp.madoguchi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.madoguchi.backoffice.BackofficeApplication;
import jp.madoguchi.identity.IdentityApplication;
import jp.madoguchi.portal.PortalApplication;

import org.jspecify.annotations.Nullable;

/** One program of the house as an operator runs it: a process of its own, started by its own main method. */
final class ProgramProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Program program;
    private final List<String> arguments;
    private final URI readiness;
    private final Path log;
    private @Nullable Process process;

    ProgramProcess(Program program, List<String> arguments, String address, Path folder) {
        this.program = program;
        this.arguments = arguments;
        this.readiness = URI.create(address + "/readyz");
        this.log = folder.resolve(program.name().toLowerCase(java.util.Locale.ROOT) + ".log");
    }

    void start() throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dmadoguchi.log-file=" + log, "-cp",
                System.getProperty("java.class.path"), mainClass().getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(log.resolveSibling(log.getFileName() + ".out").toFile()))
                .start();
    }

    private Class<?> mainClass() {
        return switch (program) {
            case IDENTITY -> IdentityApplication.class;
            case PORTAL -> PortalApplication.class;
            case BACKOFFICE -> BackofficeApplication.class;
        };
    }

    void awaitReady() {
        try (var http = HttpClient.newHttpClient()) {
            await(program + " is ready, log " + log).atMost(START).pollInterval(Duration.ofMillis(250))
                    .ignoreExceptionsInstanceOf(IOException.class).until(() -> {
                        assertThat(isAlive()).as("%s lives, log %s", program, log).isTrue();
                        return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                                .statusCode() == 200;
                    });
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** {@code kill -9}: no shutdown hook, no finally, no flushed buffer. Returns once the process is gone. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}

package jp.madoguchi.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real ClamAV daemon that knows one virus, which was written for it. */
public final class Clamd implements AutoCloseable {

    /** What it finds. Harmless text, and no signature of any other scanner. */
    public static final String VIRUS = "madoguchi test virus, harmless, found by one scanner only";
    /** The most bytes it looks at. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final Process process;

    private Clamd(Path program, int port) throws IOException {
        this.port = port;
        this.folder = Files.createTempDirectory("madoguchi-clamd-");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("madoguchi.ndb"),
                "Madoguchi.Test:0:*:" + HexFormat.of().formatHex(VIRUS.getBytes(US_ASCII)) + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                StreamMaxLength %d
                ConcurrentDatabaseReload no
                """.formatted(port, signatures, folder, MOST_BYTES));
        process = new ProcessBuilder(program.toString(), "--config-file=" + settings)
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts one and waits until it listens; empty where none is installed. */
    public static Optional<Clamd> start(int port) {
        return program().map(program -> {
            try {
                var clamd = new Clamd(program, port);
                clamd.awaitReady();
                return clamd;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** Whether one is installed: {@code MADOGUCHI_TEST_CLAMD}, or where systems put it. */
    public static boolean isInstalled() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Stream.of(Optional.ofNullable(System.getenv("MADOGUCHI_TEST_CLAMD")).orElse(""), "/usr/sbin/clamd",
                "/usr/local/sbin/clamd", "/usr/bin/clamd", "/opt/homebrew/sbin/clamd").filter(name -> !name.isEmpty())
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private void awaitReady() throws IOException {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("clamd does not start:\n" + Files.readString(folder.resolve("log")));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            socket.setSoTimeout(2000);
            socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), US_ASCII).equals("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Settings of a portal that asks it. */
    public static Map<String, String> settings(int port) {
        return Map.of("madoguchi.upload.scanner.host", "127.0.0.1", "madoguchi.upload.scanner.port",
                Integer.toString(port));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var left = Files.walk(folder)) {
                for (var path : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

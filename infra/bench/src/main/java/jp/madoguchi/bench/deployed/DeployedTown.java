package jp.madoguchi.bench.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jp.madoguchi.bench.meter.GcLog;
import jp.madoguchi.bench.meter.StatementLog;
import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.process.ProgramCommand;
import jp.madoguchi.testkit.process.ProgramProcess;

/**
 * The running house. Closing it, or ending this JVM by a signal, stops all that was started, and only that, and removes the folder
 * in which it was kept.
 */
public final class DeployedTown implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(15);
    private static final Duration STOP = Duration.ofSeconds(50);
    private static final String DATABASE = "madoguchi";
    /** What the image of the house sets, but for the share of the machine's memory, since three programs share it here. */
    private static final List<String> OF_THE_IMAGE = List.of("-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=Asia/Tokyo");
    private static final int SURROUNDINGS_HEAP_MB = 256;

    private final TownSettings settings;
    private final Ports ports;
    private final Parts parts;
    private final Map<Program, ProgramProcess> programs = new EnumMap<>(Program.class);
    private final Map<Program, GcLog> gcLogs = new EnumMap<>(Program.class);
    private final ProgramProcess surroundings;
    private final EmbeddedPostgresServer postgres;
    private final StatementLog statements;
    private final String managementToken;

    private DeployedTown(TownSettings settings, Parts parts) throws InterruptedException {
        this.settings = settings;
        this.ports = Ports.from(settings.firstPort());
        this.parts = parts;
        this.surroundings = surroundings();
        parts.start(surroundings);
        var log = parts.folder().resolve("log");
        this.postgres = parts.keep(EmbeddedPostgresServer.durable(parts.folder().resolve("postgres"), ports.database(),
                StatementLog.settings(log)));
        this.statements = new StatementLog(postgres, log);
        var plan = Plan.drawn(ports, postgres.ensureDatabase(DATABASE));
        this.managementToken = plan.managementToken();
        surroundings.awaitReady(START);
        for (var program : Program.values()) {
            var process = process(program, plan);
            parts.keep(() -> process.stop(STOP));
            programs.put(program, process);
        }
        // As an operator starts them, all at once: they wait for each other.
        programs.values().forEach(parts::start);
        for (var process : programs.values()) {
            process.awaitReady(START);
        }
    }

    /**
     * Starts everything, or nothing.
     *
     * @throws IllegalArgumentException if a jar is not built
     * @throws IllegalStateException if a program does not become ready; the message has the end of its log
     */
    public static DeployedTown start(TownSettings settings) throws InterruptedException {
        for (var program : Program.values()) {
            program.jar(settings.root());
        }
        var parts = Parts.below(settings.folder());
        try {
            return new DeployedTown(settings, parts);
        } catch (RuntimeException | InterruptedException failed) {
            parts.close();
            throw failed;
        }
    }

    private ProgramProcess surroundings() {
        var command = ProgramCommand.ofThisClassPath(Surroundings.class)
                .withJvmOptions(List.of("-Xmx" + SURROUNDINGS_HEAP_MB + "m"))
                .withArguments(List.of(parts.folder().resolve("objects").toString(), Integer.toString(ports.store()),
                        Integer.toString(ports.smtp()), Integer.toString(ports.mailbox())));
        return parts.keep(new ProgramProcess("surroundings", command,
                URI.create("http://localhost:" + ports.mailbox() + "/ready"),
                parts.folder().resolve("surroundings.log")));
    }

    private ProgramProcess process(Program program, Plan plan) throws InterruptedException {
        var gcLog = new GcLog(parts.folder().resolve(program.role() + "-gc.log"));
        gcLogs.put(program, gcLog);
        var options = new ArrayList<String>();
        options.add("-Xmx" + settings.heapMb() + "m");
        options.addAll(OF_THE_IMAGE);
        options.add(gcLog.option());
        options.addAll(settings.jvmOptions());
        var command = ProgramCommand.ofJar(unpacked(program)).withJvmOptions(options)
                .withArguments(plan.arguments(program));
        return new ProgramProcess(program.role(), command,
                URI.create(ports.address(program) + "/readyz"),
                parts.folder().resolve(program.role() + ".log"));
    }

    /** Laid out as plain jars, as in the image. */
    private Path unpacked(Program program) throws InterruptedException {
        var jar = program.jar(settings.root());
        var to = parts.folder().resolve(program.role());
        var unpacking = new ProgramProcess("unpacking of " + jar,
                ProgramCommand.ofJar(jar).withJvmOptions(List.of("-Djarmode=tools"))
                        .withArguments(List.of("extract", "--destination", to.toString())),
                URI.create("http://localhost"), parts.folder().resolve("unpacking.log"));
        parts.keep(unpacking);
        parts.start(unpacking);
        if (unpacking.awaitEnd(START) != 0) {
            throw new IllegalStateException(jar + " could not be unpacked into " + to);
        }
        return to.resolve(jar.getFileName());
    }

    public URI address(Program program) {
        return URI.create(ports.address(program));
    }

    /** Where the mails of this town can be read, as the local town's mailbox tells them. */
    public URI mailbox() {
        return URI.create("http://localhost:" + ports.mailbox());
    }

    public String databaseUrl() {
        return "jdbc:postgresql://localhost:" + ports.database() + "/" + DATABASE;
    }

    /** Where the program's health and meters are. */
    public URI management(Program program) {
        return URI.create("http://localhost:" + ports.management(program));
    }

    /** With which they are read. */
    public String managementToken() {
        return managementToken;
    }

    public ProgramProcess process(Program program) {
        var process = programs.get(program);
        if (process == null) {
            throw new IllegalStateException(program + " was not started");
        }
        return process;
    }

    public GcLog gcLog(Program program) {
        var log = gcLogs.get(program);
        if (log == null) {
            throw new IllegalStateException(program + " was not started");
        }
        return log;
    }

    public long surroundingsId() {
        return surroundings.processId();
    }

    public long postgresId() {
        return postgres.processId();
    }

    public StatementLog statements() {
        return statements;
    }

    /** For looking only. */
    public Connection look() throws SQLException {
        return postgres.connectAsSuperuser(DATABASE);
    }

    /** The kind of file system everything lies on; with {@code tmpfs} nothing waits for a disk. */
    public String fileSystem() {
        try {
            return Files.getFileStore(parts.folder()).type();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}

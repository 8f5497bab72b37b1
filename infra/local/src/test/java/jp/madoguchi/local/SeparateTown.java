package jp.madoguchi.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.BackofficeApplication;
import jp.madoguchi.identity.IdentityApplication;
import jp.madoguchi.portal.PortalApplication;
import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.ObjectStoreServer;
import jp.madoguchi.testkit.process.ProgramCommand;
import jp.madoguchi.testkit.process.ProgramProcess;

/** The town with every program in a process of its own, so that each can be killed by itself. */
final class SeparateTown implements AutoCloseable {

    /** How long a program may take until it is ready, with others that start beside it. */
    static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final TownSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private EmbeddedPostgresServer postgres;

    final AcknowledgementGate gate;
    final ProgramProcess identity;
    final ProgramProcess portal;
    final ProgramProcess backoffice;

    SeparateTown() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("madoguchi-separate-");
        settings = TownSettings.read(Stream.concat(Stream.of(TestPorts.arguments()),
                Stream.of("--madoguchi.data-dir=" + folder)).toArray(String[]::new));
        var letters = new LetterBox(folder.resolve("mail"), InstantSource.system());
        parts.push(SmtpReceiver.start(letters, settings.ports().smtp()));
        var store = ObjectStoreServer.durable(folder.resolve("objects"), settings.ports().store());
        parts.push(store);
        store.ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        store.ensureBucket(ObjectStoreServer.BACKOFFICE_BUCKET);
        startPostgres();
        gate = new AcknowledgementGate(URI.create(settings.portalUrl()));
        parts.push(gate);
        var plan = new TownPlan(settings, TownSecrets.keptIn(folder.resolve("secrets.properties")), store,
                postgres.ensureDatabase("madoguchi"));
        identity = process(Program.IDENTITY, plan, settings.identityUrl(), Map.of());
        portal = process(Program.PORTAL, plan, settings.portalUrl(), Map.of());
        backoffice = process(Program.BACKOFFICE, plan, settings.backofficeUrl(), Map.of("madoguchi.portal.base-url",
                gate.address(), "madoguchi.sample-city", "false", "madoguchi.sample-facts", "0"));
        for (var program : List.of(identity, portal, backoffice)) {
            program.start();
            program.awaitReady(START);
        }
    }

    private ProgramProcess process(Program program, TownPlan plan, String address, Map<String, String> instead) {
        var arguments = Stream
                .concat(plan.arguments(program).stream()
                        .filter(argument -> instead.keySet().stream()
                                .noneMatch(name -> argument.startsWith("--" + name + "="))),
                        instead.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toList();
        var name = program.name().toLowerCase(Locale.ROOT);
        var command = ProgramCommand.ofThisClassPath(mainClass(program))
                .withJvmOptions(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dmadoguchi.log-file=" + folder.resolve(name + ".log")))
                .withArguments(arguments);
        var process = new ProgramProcess(name, command, URI.create(address + "/actuator/health/readiness"),
                folder.resolve(name + ".out"));
        parts.push(process);
        return process;
    }

    private static Class<?> mainClass(Program program) {
        return switch (program) {
            case IDENTITY -> IdentityApplication.class;
            case PORTAL -> PortalApplication.class;
            case BACKOFFICE -> BackofficeApplication.class;
        };
    }

    URI portalAddress() {
        return URI.create(settings.portalUrl());
    }

    /** Starts PostgreSQL on the data that is there, and recovers it if it was killed. */
    void startPostgres() {
        postgres = EmbeddedPostgresServer.durable(folder.resolve("postgres"), settings.ports().database());
    }

    /** {@code kill -9} of the postmaster and of all its sessions. */
    void killPostgres() {
        var postmaster = ProcessHandle.of(postgres.processId()).orElseThrow();
        var sessions = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(postmaster), sessions.stream()).forEach(process -> process.onExit().join());
        // Nothing to stop any more, but this JVM still holds the lock on the data folder.
        postgres.close();
    }

    /** The first column of the first row, as a number. */
    long count(String sql) throws SQLException {
        try (var connection = postgres.connectAsSuperuser("madoguchi");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of all rows. */
    List<String> column(String sql) throws SQLException {
        try (var connection = postgres.connectAsSuperuser("madoguchi");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    @Override
    public void close() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
        postgres.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.<Path>reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

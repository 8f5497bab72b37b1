package jp.madoguchi.local;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.ObjectStoreServer;
import jp.madoguchi.testkit.process.ProgramCommand;
import jp.madoguchi.testkit.process.ProgramProcess;

/**
 * The running town: servers first, in this JVM or beside it, then the three programs, each a process of its own with the settings an
 * operator would give it. May be closed by another thread while it starts.
 */
final class Town implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Town.class);
    /** The longest that one start of a program may take: on a busy machine, with the database to set up. */
    static final Duration START = Duration.ofMinutes(5);
    /** Longer than the portal gives the requests it still has. */
    private static final Duration STOP = Duration.ofSeconds(45);

    private static final List<String> JVM_OPTIONS = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=Asia/Tokyo", "-Dstdout.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final TownSettings settings;
    private final ProcessBuilder.Redirect console;
    private final Map<Program, Map<String, String>> instead;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<Program, ProgramProcess> programs = new EnumMap<>(Program.class);
    private @Nullable EmbeddedPostgresServer postgres;
    private volatile boolean closing;

    /**
     * @param console where the programs print their warnings
     * @param instead settings that single programs get in place of the town's, or besides
     */
    Town(TownSettings settings, ProcessBuilder.Redirect console, Map<Program, Map<String, String>> instead) {
        this.settings = settings;
        this.console = console;
        this.instead = instead;
    }

    /** Starts everything, or nothing: what had started is stopped again before the reason is thrown. */
    void start() {
        try {
            open();
        } catch (RuntimeException e) {
            if (closing) {
                throw new TownRefused(TownGreeting.stoppedHalfWay(), e);
            }
            // A refusal tells the person all there is to know; anything else is for the log.
            if (!(e instanceof TownRefused)) {
                LOG.error("The town did not start", e);
            }
            close();
            throw e;
        }
    }

    private void open() {
        var folder = keep(() -> DataFolder.take(settings.dataDir()));
        var leftovers = new Leftovers(folder.processes());
        // They hold connections to the database, which would not stop before they do.
        leftovers.stop();
        EmbeddedPostgresServer.stopLeftover(folder.database());
        var taken = settings.ports().taken(settings.bindAddress());
        if (!taken.isEmpty()) {
            throw new TownRefused(String.join(System.lineSeparator(), taken));
        }
        var unpacked = unpack();
        var plan = openServers(folder);
        for (var program : Program.values()) {
            programs.put(program, process(program, Objects.requireNonNull(unpacked.get(program)), plan));
        }
        // The back office calls the other two as soon as it lives; those two need nobody, so they start side by side.
        startPrograms(leftovers, Program.IDENTITY, Program.PORTAL);
        startPrograms(leftovers, Program.BACKOFFICE);
        settings.trainer().ifPresent(
                script -> keep(() -> Training.begin(script, List.copyOf(unpacked.values()), settings.log("training"))));
    }

    private Map<Program, UnpackedProgram> unpack() {
        return Stream.of(Program.values()).parallel().collect(Collectors.toMap(Function.identity(),
                program -> UnpackedProgram.of(program, settings.jar(program), settings.programsDir(),
                        settings.trainer()),
                (one, _) -> one,
                () -> new EnumMap<>(Program.class)));
    }

    private TownPlan openServers(DataFolder folder) {
        var secrets = TownSecrets.keptIn(folder.secrets());
        var letters = new LetterBox(folder.mail(), InstantSource.system());
        keep(() -> SmtpReceiver.start(letters, settings.ports().smtp()));
        keep(() -> MailboxSite.start(letters, settings.bindAddress(), settings.ports().mailbox()));
        var store = keep(() -> ObjectStoreServer.durable(folder.objects(), settings.ports().store()));
        store.ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        store.ensureBucket(ObjectStoreServer.BACKOFFICE_BUCKET);
        postgres = keep(() -> EmbeddedPostgresServer.durable(folder.database(), settings.ports().database()));
        return new TownPlan(settings, secrets, store, postgres.ensureDatabase("madoguchi"));
    }

    private ProgramProcess process(Program program, UnpackedProgram unpacked, TownPlan plan) {
        var given = new TreeMap<>(plan.settings(program));
        given.putAll(instead.getOrDefault(program, Map.of()));
        return new ProgramProcess(program.label(),
                ProgramCommand.ofJar(unpacked.jar()).deafToTheTerminal().withJvmOptions(JVM_OPTIONS)
                        .withJvmOptions(unpacked.cacheOptions())
                        // Not as arguments, which everybody on the machine can read.
                        .withEnvironment(Map.of("SPRING_APPLICATION_JSON",
                                JsonMapper.builder().build().writeValueAsString(given))),
                URI.create("http://localhost:" + given.get("server.port") + "/readyz"),
                settings.log(program.label()), console);
    }

    private void startPrograms(Leftovers leftovers, Program... started) {
        for (var program : started) {
            var process = process(program);
            keep(() -> {
                process.start();
                leftovers.record(program, process.processId());
                return () -> stop(process);
            });
        }
        for (var program : started) {
            awaitReady(process(program));
        }
    }

    private void awaitReady(ProgramProcess process) {
        try {
            process.awaitReady(START);
            ProcessHandle.of(process.processId()).ifPresent(handle -> handle.onExit().thenRun(() -> died(process)));
        } catch (IllegalStateException e) {
            // It has the end of the program's log.
            throw new TownRefused(TownGreeting.programFailed(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + process.name() + " was starting", e);
        }
    }

    private void died(ProgramProcess process) {
        if (!closing) {
            LOG.error("{} ended by itself with {}; {} tells more", process.name(), process.exitCode(), process.log());
        }
    }

    EmbeddedPostgresServer postgres() {
        return Objects.requireNonNull(postgres);
    }

    ProgramProcess process(Program program) {
        return Objects.requireNonNull(programs.get(program), program.label());
    }

    private synchronized <T extends AutoCloseable> T keep(Supplier<T> opening) {
        if (closing) {
            throw new IllegalStateException("Stopped while it was starting");
        }
        var part = opening.get();
        parts.push(part);
        return part;
    }

    private static void stop(ProgramProcess process) {
        if (!process.stop(STOP)) {
            LOG.warn("{} did not stop within {} and was killed", process.name(), STOP);
        }
    }

    /** Stops everything in the reverse order of its start. Goes on when one part fails to stop. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            while (!parts.isEmpty()) {
                close(parts.pop());
            }
        }
    }

    /** Whether it has been stopped, or is being stopped. */
    boolean isClosed() {
        return closing;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop properly", part, e);
        }
    }
}

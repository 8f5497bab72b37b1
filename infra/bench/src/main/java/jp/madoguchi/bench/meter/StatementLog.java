package jp.madoguchi.bench.meter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.testkit.PostgresServer;

/**
 * The log of a PostgreSQL that tells every statement of all programs while it is asked to, and none otherwise. Exact, since the
 * server itself says what it was sent; not to be switched on while times or processor time are measured.
 */
public final class StatementLog {

    private static final String NAME = "postgresql";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PostgresServer server;
    private final Path file;

    /** @param folder the same for which {@link #settings} were given at the server's start */
    public StatementLog(PostgresServer server, Path folder) {
        this.server = server;
        this.file = folder.resolve(NAME + ".json");
    }

    /** What the server has to be started with. */
    public static Map<String, String> settings(Path folder) {
        return Map.of("logging_collector", "on", "log_destination", "jsonlog", "log_directory",
                folder.toAbsolutePath().toString(), "log_filename", NAME + ".log", "log_rotation_age", "0",
                "log_rotation_size", "0");
    }

    /** What is done while it counts. */
    public interface Work {
        void run() throws InterruptedException;
    }

    /** All statements of the programs during this, of their background work too. */
    public StatementCount during(Work work) throws InterruptedException {
        try (var connection = server.connectAsSuperuser("postgres")) {
            execute(connection, "alter system set log_statement = 'all'");
            // Texts alone: what people typed stands in no log.
            execute(connection, "alter system set log_parameter_max_length = 0");
            reload(connection);
            untilTold(connection, 0);
            long from = size();
            try {
                work.run();
            } finally {
                execute(connection, "alter system reset log_statement");
            }
            var lines = untilTold(connection, from);
            reload(connection);
            return StatementCount.of(lines.stream().map(LoggedStatement::read)
                    .flatMap(java.util.Optional::stream).filter(statement -> isOfAProgram(statement.role())));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isOfAProgram(String role) {
        return PostgresServer.ROLES.contains(role);
    }

    /** Sessions look at changed settings before their next statement, so it takes effect with the next one of each. */
    private static void reload(Connection connection) throws SQLException {
        execute(connection, "select pg_reload_conf()");
    }

    /** The lines from there until now. The log is written by a process of its own, a little later. */
    private List<String> untilTold(Connection connection, long from) throws SQLException, InterruptedException {
        var mark = UUID.randomUUID().toString();
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            execute(connection, "select '" + mark + "'");
            Thread.sleep(PAUSE);
            var lines = read(from).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(mark)) {
                    return lines.subList(0, i);
                }
            }
        }
        throw new IllegalStateException("PostgreSQL did not write its log to " + file);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read(long from) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            var bytes = new byte[Math.toIntExact(log.length() - from)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

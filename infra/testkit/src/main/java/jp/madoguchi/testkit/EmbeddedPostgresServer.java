package jp.madoguchi.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * PostgreSQL run from bundled binaries as a child process, without Docker; works as root too (the server is started in a
 * user namespace, because PostgreSQL refuses to run as root).
 */
public final class EmbeddedPostgresServer implements PostgresServer {

    private static final String SUPERUSER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    /** The roles of the programs must show a password; the superuser is trusted from this machine only. */
    private static final String HOST_RULES = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            host all all      127.0.0.1/32 scram-sha-256
            host all all      ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final Path dataDirectory;

    private EmbeddedPostgresServer(EmbeddedPostgres postgres, Path dataDirectory) {
        this.postgres = postgres;
        this.dataDirectory = dataDirectory;
    }

    /** A server for one JVM: a free port, a data folder that is deleted at the end, and no waiting for the disk. */
    public static EmbeddedPostgresServer temporary() {
        try {
            var dataDirectory = Files.createTempDirectory("madoguchi-postgres-");
            var settings = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
            return new EmbeddedPostgresServer(
                    builder(dataDirectory, settings).setCleanDataDirectory(true).setRegisterShutdownHook(true).start(),
                    dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL did not start", e);
        }
    }

    /**
     * A server whose data outlives the program. The caller closes it; there is no shutdown hook, because the programs that
     * use the database must stop first. A server left over from a crash on the same folder is stopped before.
     *
     * @param home the folder for binaries and data; made if missing. The caller makes sure that no other program uses it.
     */
    public static EmbeddedPostgresServer durable(Path home, int port) {
        return durable(home, port, Map.of());
    }

    /** The same with settings of PostgreSQL that a server takes at its start only. */
    public static EmbeddedPostgresServer durable(Path home, int port, Map<String, String> more) {
        try {
            Files.createDirectories(home);
            var dataDirectory = dataDirectory(home);
            LeftoverPostgres.clear(dataDirectory);
            // zonky passes -F (no fsync) first and commits without waiting for the disk; a receipt must survive kill -9.
            var settings = new HashMap<>(more);
            settings.putAll(Map.of("fsync", "on", "synchronous_commit", "on"));
            var postgres = builder(dataDirectory, settings)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(home.toAbsolutePath().resolve("program").toFile()).setPort(port)
                    .start();
            return new EmbeddedPostgresServer(postgres, dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port + " with data in " + home, e);
        }
    }

    /**
     * Stops the server of a program that was killed on this folder, as {@link #durable} does; for callers that must know
     * before whether the port is free.
     */
    public static void stopLeftover(Path home) {
        try {
            LeftoverPostgres.clear(dataDirectory(home));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL of an earlier run in " + home + " could not be stopped", e);
        }
    }

    private static Path dataDirectory(Path home) {
        return home.toAbsolutePath().resolve("data");
    }

    private static EmbeddedPostgres.Builder builder(Path dataDirectory, Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder().setDataDirectory(dataDirectory).setPGStartupWait(STARTUP)
                // The same sort order and letter case rules on every machine and in the container.
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C").setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "Asia/Tokyo").setServerConfig("unix_socket_directories", "")
                .setDataDirectoryCustomizer(EmbeddedPostgresServer::writeHostRules);
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    private static void writeHostRules(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), HOST_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    /** The postmaster's process id, as its pid file tells; for tests that kill it. */
    public long processId() {
        return LeftoverPostgres.processId(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running in " + dataDirectory));
    }

    @Override
    public Connection connectAsSuperuser(String database) throws SQLException {
        return PostgresServer.superuser(host(), port(), database, SUPERUSER, "");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}

package jp.madoguchi.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.process.ProgramProcess;

import org.springframework.util.FileSystemUtils;

/** A town of its own for those who kill what is in it, with a gate between back office and portal. */
final class SeparateTown implements AutoCloseable {

    private final Path folder;
    private final TownSettings settings;
    private final Town town;
    private EmbeddedPostgresServer postgres;

    final AcknowledgementGate gate;
    final ProgramProcess portal;
    final ProgramProcess backoffice;

    SeparateTown() throws IOException {
        folder = Files.createTempDirectory("madoguchi-separate-");
        settings = TestTown.settings(folder);
        gate = new AcknowledgementGate(URI.create(settings.portalUrl()));
        town = new Town(settings, TestTown.console(folder),
                Map.of(Program.BACKOFFICE, Map.of("madoguchi.portal.base-url",
                        gate.address(), "madoguchi.sample-city", "false", "madoguchi.sample-facts", "0")));
        town.start();
        postgres = town.postgres();
        portal = town.process(Program.PORTAL);
        backoffice = town.process(Program.BACKOFFICE);
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
    public void close() throws IOException {
        town.close();
        postgres.close();
        gate.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}

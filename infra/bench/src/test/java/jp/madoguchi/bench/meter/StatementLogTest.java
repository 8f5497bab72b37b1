package jp.madoguchi.bench.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import jp.madoguchi.bench.meter.StatementCount.Statement;
import jp.madoguchi.testkit.EmbeddedPostgresServer;
import jp.madoguchi.testkit.FreePort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementLogTest {

    @TempDir
    private Path folder;

    @Test
    void countsWhatTheProgramsSendWhileItIsAskedToAndNothingElse() throws Exception {
        var logs = folder.resolve("log");
        try (var server = EmbeddedPostgresServer.durable(folder.resolve("postgres"), FreePort.find(),
                StatementLog.settings(logs))) {
            var database = server.ensureDatabase("town");
            var log = new StatementLog(server, logs);
            try (var portal = database.portal().connect();
                    var identity = database.identity().connect();
                    var superuser = server.connectAsSuperuser("town")) {
                add(portal, 7);
                var counted = log.during(() -> {
                    add(portal, 3);
                    add(identity, 2);
                    add(superuser, 5);
                });
                add(portal, 4);

                assertThat(counted.of()).containsOnly(
                        Map.entry(new Statement("portal", "select 41 + $1"), 3L),
                        Map.entry(new Statement("identity", "select 41 + $1"), 2L));
                assertThat(counted.transactions()).containsEntry("portal", 3L).containsEntry("identity", 2L);
                assertThat(log.during(() -> add(portal, 1)).all()).isOne();
            }
        }
    }

    private static void add(Connection connection, int times) {
        for (int i = 0; i < times; i++) {
            try (var statement = connection.prepareStatement("select  41\n + ?")) {
                statement.setInt(1, i);
                statement.execute();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}

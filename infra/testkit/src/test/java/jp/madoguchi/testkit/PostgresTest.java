package jp.madoguchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @Test
    void eachRoleSeesOnlyItsOwnSchema() throws SQLException {
        var database = Postgres.freshDatabase();

        try (var connection = database.portal().owner().connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE draft (id uuid PRIMARY KEY DEFAULT uuidv7())");
        }

        try (var connection = database.backoffice().connect(); var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM portal.draft"))
                    .hasMessageContaining("permission denied for schema portal");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.stray (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aProgramOwnsNothing() throws SQLException {
        var database = Postgres.freshDatabase();
        try (var connection = database.backoffice().owner().connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE record (id int)");
        }

        try (var connection = database.backoffice().connect(); var statement = connection.createStatement()) {
            for (var sql : List.of("DROP TABLE backoffice.record", "ALTER TABLE backoffice.record DISABLE TRIGGER ALL",
                    "CREATE TABLE backoffice.stray (id int)", "SET ROLE backoffice_owner")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var login = Postgres.freshDatabase().portal();

        assertThatThrownBy(() -> DriverManager.getConnection(login.jdbcUrl(), "portal", "wrong"))
                .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }

    @Test
    void aDurableServerKeepsItsDataAndClearsWhatAKilledProgramLeftBehind(@TempDir Path home)
            throws SQLException, IOException, InterruptedException {
        long orphan = startInAnotherProgramAndKillThatProgram(home);
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive, "is still running");

        try (var second = EmbeddedPostgresServer.durable(home, FreePort.find());
                var connection = second.ensureDatabase("madoguchi").portal().owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("name")).isEqualTo("𠮷野家");
            assertThat(second.processId()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    private static long startInAnotherProgramAndKillThatProgram(Path home) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                DoomedProgram.class.getName(),
                home.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var output = program.inputReader()) {
            var line = output.readLine();
            while (line != null && !line.startsWith("postgres ")) {
                line = output.readLine();
            }
            assertThat(line).isNotNull();
            return Long.parseLong(line.substring("postgres ".length()));
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    /** Starts PostgreSQL, writes a row, and waits to be killed. */
    static final class DoomedProgram {

        public static void main(String[] arguments) throws Exception {
            var server = EmbeddedPostgresServer.durable(Path.of(arguments[0]), FreePort.find());
            try (var connection = server.ensureDatabase("madoguchi").portal().owner().connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT '𠮷野家' AS name");
            }
            System.out.println("postgres " + server.processId());
            new CountDownLatch(1).await();
        }
    }
}

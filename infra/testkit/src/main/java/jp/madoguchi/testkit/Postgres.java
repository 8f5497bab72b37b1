package jp.madoguchi.testkit;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real PostgreSQL 18 for tests: one server per JVM, as many fresh databases as asked for. A database is empty but for the
 * three schemas; the program under test migrates its own.
 */
public final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    private static final class Holder {
        static final PostgresServer SERVER = switch (Engine.chosen()) {
            case DOCKER -> ContainerPostgresServer.start();
            case EMBEDDED -> EmbeddedPostgresServer.temporary();
        };
    }

    /** The server of this JVM; it ends with the JVM. */
    public static PostgresServer server() {
        return Holder.SERVER;
    }

    /** A database of its own for the caller (usually a test class; costs some tens of milliseconds). */
    public static Database freshDatabase() {
        return server().ensureDatabase("town_" + DATABASES.incrementAndGet());
    }

    /** Drops a database, ending the sessions it still has. The JVM's end does it as well; this frees memory earlier. */
    public static void drop(Database database) {
        try (var connection = server().connectAsSuperuser("postgres"); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException("Could not drop " + database, e);
        }
    }
}

package jp.madoguchi.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running PostgreSQL 18 and the layout every town database has: three schemas, whose roles cannot see each other. */
public sealed interface PostgresServer extends AutoCloseable permits EmbeddedPostgresServer, ContainerPostgresServer {

    /** The roles the programs work with; each sees the schema of its own name and nothing else. */
    List<String> ROLES = List.of("portal", "backoffice", "identity");

    /**
     * To whom the schema of a program and all in it belongs, and who migrates it. Portal and back office work with less: what is
     * append-only for them they cannot make otherwise.
     */
    static String ownerOf(String program) {
        return program.equals("identity") ? program : program + "_owner";
    }

    String host();

    int port();

    /** A superuser connection to the named database; for set-up and for looking, never for the programs under test. */
    Connection connectAsSuperuser(String database) throws SQLException;

    @Override
    void close();

    /**
     * Makes sure that the database exists with its roles, schemas and rights. Safe to call again on a database that is in
     * use. The password of each role is its name.
     */
    default Database ensureDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        try {
            try (var connection = connectAsSuperuser("postgres"); var statement = connection.createStatement()) {
                for (var role : ROLES) {
                    createRole(statement, role, role);
                    createRole(statement, ownerOf(role), role);
                }
                if (!exists(statement, name)) {
                    statement.execute("CREATE DATABASE " + name);
                }
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
                statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + ROLES.stream()
                        .flatMap(role -> Stream.of(role, ownerOf(role))).distinct().collect(Collectors.joining(", ")));
            }
            try (var connection = connectAsSuperuser(name); var statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                for (var role : ROLES) {
                    var owner = ownerOf(role);
                    statement.execute("CREATE SCHEMA IF NOT EXISTS " + role + " AUTHORIZATION " + owner);
                    if (!owner.equals(role)) {
                        // A database from before the programs had owners.
                        statement.execute("REASSIGN OWNED BY " + role + " TO " + owner);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not set up database " + name + " on " + host() + ":" + port(), e);
        }
        return new Database(host(), port(), name);
    }

    private static void createRole(Statement statement, String role, String schema) throws SQLException {
        statement.execute("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                    CREATE ROLE %1$s LOGIN PASSWORD '%1$s';
                  END IF;
                END $$""".formatted(role));
        statement.execute("ALTER ROLE %s SET search_path = %s".formatted(role, schema));
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            return found.next();
        }
    }

    /** Opens a JDBC connection as PostgreSQL's superuser. */
    static Connection superuser(String host, int port, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, user, password);
    }
}

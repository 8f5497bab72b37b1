package jp.madoguchi.testkit;

import java.sql.Connection;
import java.sql.SQLException;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container; Testcontainers removes it when the JVM has ended. */
final class ContainerPostgresServer implements PostgresServer {

    private static final String PASSWORD = "test";

    private final PostgreSQLContainer container;

    private ContainerPostgresServer(PostgreSQLContainer container) {
        this.container = container;
    }

    static ContainerPostgresServer start() {
        var container = new PostgreSQLContainer("postgres:18-alpine").withUsername("postgres").withPassword(PASSWORD)
                .withEnv("POSTGRES_INITDB_ARGS",
                        "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --encoding=UTF-8")
                .withEnv("TZ", "Asia/Tokyo")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=Asia/Tokyo");
        container.start();
        return new ContainerPostgresServer(container);
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public Connection connectAsSuperuser(String database) throws SQLException {
        return PostgresServer.superuser(host(), port(), database, "postgres", PASSWORD);
    }

    @Override
    public void close() {
        container.stop();
    }
}

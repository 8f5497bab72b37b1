package jp.madoguchi.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.springframework.test.context.DynamicPropertyRegistry;

/** A role's way into its schema (which is its whole search path). */
public record Login(String host, int port, String database, String username, String password) {

    /** The role to which the tables of this schema belong, and which migrates them; no program works with it. */
    public Login owner() {
        var owner = PostgresServer.ownerOf(username);
        return new Login(host, port, database, owner, owner);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Settings of a reactive program: R2DBC for its work, JDBC for Flyway only. */
    public Map<String, String> reactiveSettings() {
        return Map.of("spring.r2dbc.url", r2dbcUrl(), "spring.r2dbc.username", username, "spring.r2dbc.password",
                password, "spring.flyway.url", jdbcUrl(), "spring.flyway.user", owner().username(),
                "spring.flyway.password", owner().password());
    }

    /** Settings of a servlet program. */
    public Map<String, String> servletSettings() {
        return Map.of("spring.datasource.url", jdbcUrl(), "spring.datasource.username", username,
                "spring.datasource.password", password);
    }

    /** For {@code @DynamicPropertySource} methods of reactive programs. */
    public void registerReactive(DynamicPropertyRegistry registry) {
        reactiveSettings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** For {@code @DynamicPropertySource} methods of servlet programs. */
    public void registerServlet(DynamicPropertyRegistry registry) {
        servletSettings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** A plain JDBC connection as this role, for arranging and looking in tests. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username, password);
    }
}

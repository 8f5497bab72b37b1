package jp.madoguchi.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.testkit.Mailbox;
import jp.madoguchi.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole program on a port of its own, with real PostgreSQL and a mail server; it can be restarted. */
final class IdentityServer implements AutoCloseable {

    static final String PORTAL = "http://localhost:" + FreePort.find();
    static final String BACKOFFICE = "http://localhost:" + FreePort.find();
    static final String SECRET = "a-secret-for-tests-only";

    /** Opens the meters. */
    static final String MANAGEMENT_TOKEN = "management-token-of-tests";

    private static final class Shared {
        static final IdentityServer SERVER = new IdentityServer();
    }

    private final Database database = Postgres.freshDatabase();
    private final Mailbox mailbox = Mailbox.start();
    private final int port = FreePort.find();
    private final @Nullable InstantSource clock;
    private ConfigurableApplicationContext context;

    IdentityServer(String... more) {
        this(null, more);
    }

    /** A server that goes by this clock. */
    IdentityServer(@Nullable InstantSource clock, String... more) {
        this.clock = clock;
        context = start(more);
    }

    /** One server for all test classes that do not stop it. */
    static IdentityServer shared() {
        return Shared.SERVER;
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=0",
                "--madoguchi.management.token=" + MANAGEMENT_TOKEN, "--madoguchi.demo=true",
                "--madoguchi.identity.second-factor.required-for=none",
                "--madoguchi.identity.issuer=" + issuer(), "--madoguchi.portal.base-url=" + PORTAL,
                "--madoguchi.backoffice.base-url=" + BACKOFFICE,
                "--madoguchi.identity.key-encryption-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "--madoguchi.clients.portal.secret=" + SECRET, "--madoguchi.clients.backoffice.secret=" + SECRET,
                "--madoguchi.clients.exchange.secret=" + SECRET));
        database.identity().servletSettings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        mailbox.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        // A setting given twice would become a list.
        List.of(more).forEach(one -> arguments.removeIf(known -> known.startsWith(one.split("=", 2)[0] + "=")));
        arguments.addAll(List.of(more));
        SpringApplication application = IdentityApplication.application();
        InstantSource moved = clock;
        if (moved != null) {
            application.addInitializers((GenericApplicationContext given) -> given.registerBean("clockOfTheTest",
                    InstantSource.class, () -> moved, bean -> bean.setPrimary(true)));
        }
        return application.run(arguments.toArray(String[]::new));
    }

    void restart(String... more) {
        context.close();
        context = start(more);
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** Where those who run identity look. */
    String managementAddress() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** A part of the running program. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind, by name. */
    <T> Map<String, T> parts(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** Changes what time or an operator would. */
    int sql(String statement) {
        try (Connection connection = database.identity().connect(); var sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    String text(String query) {
        try (Connection connection = database.identity().connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String query) {
        try (Connection connection = database.identity().connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        mailbox.close();
        Postgres.drop(database);
    }
}

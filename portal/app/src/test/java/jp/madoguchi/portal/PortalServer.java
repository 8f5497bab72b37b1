package jp.madoguchi.portal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.Mailbox;
import jp.madoguchi.testkit.ObjectStoreServer;
import jp.madoguchi.testkit.Postgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole portal on a port of its own, with real PostgreSQL, S3 and SMTP. One per test class.
 */
public final class PortalServer implements AutoCloseable {

    /** Opens the meters. */
    static final String MANAGEMENT_TOKEN = "management-token-of-tests";

    private final Database database = Postgres.freshDatabase();
    private final Mailbox mailbox = Mailbox.start();
    private final TestIdentity identity = TestIdentity.start();
    private final int port;
    private final ApplicationContextInitializer<GenericApplicationContext> more;
    private ConfigurableApplicationContext context;

    private final Map<String, String> own;

    private PortalServer(int port, Map<String, String> own,
            ApplicationContextInitializer<GenericApplicationContext> more) {
        this.port = port;
        this.own = own;
        this.more = more;
        this.context = run();
    }

    public static PortalServer start() {
        return start(FreePort.find());
    }

    static PortalServer start(int port) {
        return new PortalServer(port, Map.of(), context -> {});
    }

    /** A portal with these settings besides those of every test. */
    public static PortalServer startWith(Map<String, String> settings) {
        return new PortalServer(FreePort.find(), settings, context -> {});
    }

    /** A portal that goes by this clock. */
    static PortalServer startAt(InstantSource clock) {
        return new PortalServer(FreePort.find(), Map.of(),
                context -> context.registerBean("clockOfTheTest", InstantSource.class, () -> clock,
                        bean -> bean.setPrimary(true)));
    }

    private ConfigurableApplicationContext run() {
        ObjectStoreServer.shared().ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        var settings = new HashMap<String, String>();
        settings.putAll(ObjectStoreServer.shared().settings(ObjectStoreServer.PORTAL_BUCKET));
        settings.putAll(mailbox.settings());
        settings.putAll(database.portal().reactiveSettings());
        settings.putAll(Map.of("server.port", Integer.toString(port), "madoguchi.portal.base-url", address(),
                "madoguchi.identity.issuer", identity.issuer(), "madoguchi.clients.portal.secret", "test-secret",
                "madoguchi.mail.poll", "100ms", "server.shutdown", "immediate", "management.server.port", "0",
                "madoguchi.management.token", MANAGEMENT_TOKEN));
        settings.putAll(own);
        var application = PortalApplication.application();
        application.addInitializers(more);
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new));
    }

    /** Stops the portal and starts it again on the same data. */
    void restart() {
        context.close();
        context = run();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where those who run the portal look. */
    String managementAddress() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    Mailbox mailbox() {
        return mailbox;
    }

    TestIdentity identity() {
        return identity;
    }

    Database database() {
        return database;
    }

    /** Changes what time would. */
    int execute(String statement) {
        try (var connection = database.portal().connect(); var sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a counting query counts. */
    long count(String query) {
        try (var connection = database.portal().connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** Publishes a procedure as the back office does. */
    public void publish(Procedure procedure, int version) {
        new ExchangeCaller(this).publish(procedure.id().value(), version, DefinitionFile.writeJson(procedure),
                DefinitionFile.hash(procedure).value());
    }

    /** Publishes a procedure of the sample catalogue. */
    public void publishSample(String id) {
        publish(SampleCatalogue.procedures().stream().filter(each -> each.id().value().equals(id)).findFirst()
                .orElseThrow(), 1);
    }

    @Override
    public void close() {
        context.close();
        mailbox.close();
        identity.close();
        Postgres.drop(database);
    }
}

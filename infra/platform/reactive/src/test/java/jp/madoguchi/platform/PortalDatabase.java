package jp.madoguchi.platform;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import jp.madoguchi.testkit.Database;
import jp.madoguchi.testkit.Login;
import jp.madoguchi.testkit.Postgres;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A fresh database with the platform's tables, and the ways into it. */
public final class PortalDatabase implements AutoCloseable {

    private final Database database = Postgres.freshDatabase();
    private final ConnectionPool pool;
    private final DatabaseClient client;

    public PortalDatabase() {
        Login login = database.portal();
        Flyway.configure()
                .dataSource(login.jdbcUrl(), login.owner().username(), login.owner().password())
                .placeholders(Map.of("program", login.username()))
                .locations("classpath:db/platform")
                .load()
                .migrate();
        pool = new ConnectionPool(ConnectionPoolConfiguration
                .builder(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                        .host(login.host())
                        .port(login.port())
                        .database(login.database())
                        .username(login.username())
                        .password(login.password())
                        .build()))
                .maxSize(8)
                .build());
        client = DatabaseClient.create(pool);
    }

    public DatabaseClient client() {
        return client;
    }

    /** New connections, not those of the pool. */
    public ConnectionFactory connections() {
        return pool.unwrap();
    }

    /** Runs what it is given in one transaction. */
    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    public Login login() {
        return database.portal();
    }

    @Override
    public void close() {
        pool.dispose();
        Postgres.drop(database);
    }
}

package jp.madoguchi.backoffice.insight;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import jp.madoguchi.testkit.Login;
import jp.madoguchi.testkit.Postgres;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The back office's schema in a real database, without the rest of the back office. */
public final class InsightDatabase {

    public final Login login = Postgres.freshDatabase().backoffice().owner();
    public final DatabaseClient client;
    public final TransactionalOperator transaction;

    public InsightDatabase() {
        Flyway.configure().dataSource(login.jdbcUrl(), login.username(), login.password()).defaultSchema("backoffice")
                .locations("classpath:db/backoffice").load().migrate();
        var connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(login.r2dbcUrl()).mutate()
                .option(ConnectionFactoryOptions.USER, login.username())
                .option(ConnectionFactoryOptions.PASSWORD, login.password()).build());
        client = DatabaseClient.create(connections);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }
}

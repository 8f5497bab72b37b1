package jp.madoguchi.portal.draft;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.platform.security.ClosedAccounts;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a closed account had begun is nobody's any more.
 */
@Component
class DraftsOfClosedAccount implements ClosedAccounts {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DraftsOfClosedAccount(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        return database
                .sql("""
                        update draft set closed_at = :now, closed_as = 'discarded', answers = '{}', pending = '{}', carried = null,
                            revision = revision + 1
                        where account = :account and closed_at is null and kind = 'new'""")
                .bind("now", clock.instant()).bind("account", account).then()
                .then(database.sql("update draft set account = null where account = :account").bind("account", account)
                        .then())
                .as(transaction::transactional);
    }
}

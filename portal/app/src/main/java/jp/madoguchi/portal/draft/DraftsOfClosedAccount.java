package jp.madoguchi.portal.draft;

import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a closed account had begun is nobody's any more, and no link leads to it: not for whom it was mailed to, nor for those who
 * were asked for a part of it.
 */
@Component
class DraftsOfClosedAccount implements ClosedAccounts {
    private final DatabaseClient database;
    private final MailedLinks links;
    private final Grants grants;
    private final PartsByOthers parts;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DraftsOfClosedAccount(DatabaseClient database, MailedLinks links, Grants grants, PartsByOthers parts,
            TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.links = links;
        this.grants = grants;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        var now = clock.instant();
        return database
                .sql("""
                        update draft set closed_at = :now, closed_as = 'discarded', answers = '{}', pending = '{}', carried = null,
                            revision = revision + 1
                        where account = :account and closed_at is null and kind = 'new'""")
                .bind("now", now).bind("account", account).then()
                // Corrections too: a link to one asked for the account, and would ask for less without it.
                .then(database.sql("update draft set account = null where account = :account returning id")
                        .bind("account", account).map(row -> Columns.required(row, "id", UUID.class)).all()
                        .collectList())
                .flatMap(drafts -> links.revoke(drafts).then(grants.revoke(drafts)))
                .then(parts.endWithDrafts(now)).as(transaction::transactional);
    }
}

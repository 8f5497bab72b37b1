package jp.madoguchi.portal.submission;

import java.util.UUID;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.portal.account.MailedLinks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a closed account had handed in stays as a record of the city (公文書) without the account; its applicant finds it by receipt
 * number and passphrase.
 */
@Component
class SubmissionsOfClosedAccount implements ClosedAccounts {
    private final DatabaseClient database;
    private final MailedLinks links;
    private final TransactionalOperator transaction;

    SubmissionsOfClosedAccount(DatabaseClient database, MailedLinks links, TransactionalOperator transaction) {
        this.transaction = transaction;
        this.database = database;
        this.links = links;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        // The mailed links asked for the account; without it they would ask for the name alone. Both or neither: a second try finds
        // no application of this account any more.
        return transaction.transactional(
                database.sql("update submission set account = null where account = :account returning id")
                        .bind("account", account).map(row -> Columns.required(row, "id", UUID.class)).all()
                        .collectList().flatMap(links::revoke));
    }
}

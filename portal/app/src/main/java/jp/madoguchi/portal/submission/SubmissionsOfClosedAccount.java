package jp.madoguchi.portal.submission;

import java.util.UUID;
import jp.madoguchi.platform.security.ClosedAccounts;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a closed account had handed in stays as a record of the city (公文書) without the account; its applicant finds it by receipt
 * number and passphrase.
 */
@Component
class SubmissionsOfClosedAccount implements ClosedAccounts {
    private final DatabaseClient database;

    SubmissionsOfClosedAccount(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        return database.sql("update submission set account = null where account = :account").bind("account", account)
                .then();
    }
}

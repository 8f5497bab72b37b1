package jp.madoguchi.portal.submission;

import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.portal.account.MailedLinks;
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
    private final MailedLinks links;

    SubmissionsOfClosedAccount(DatabaseClient database, MailedLinks links) {
        this.database = database;
        this.links = links;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        // The mailed links asked for the account; without it they would ask for the name alone.
        return database.sql("update submission set account = null where account = :account returning id")
                .bind("account", account).map(row -> Objects.requireNonNull(row.get("id", UUID.class))).all()
                .collectList().flatMap(links::revoke);
    }
}

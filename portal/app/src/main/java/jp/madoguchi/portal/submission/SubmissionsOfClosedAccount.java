package jp.madoguchi.portal.submission;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.draft.DraftStore;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a closed account had handed in stays as a record of the city (公文書) without the account. Having no own word either, it
 * is opened by nobody online any more: its applicant asks the office.
 */
@Component
class SubmissionsOfClosedAccount implements ClosedAccounts {
    private final DatabaseClient database;
    private final DraftStore drafts;
    private final MailedLinks links;
    private final Grants grants;
    private final TransactionalOperator transaction;

    SubmissionsOfClosedAccount(DatabaseClient database, DraftStore drafts, MailedLinks links, Grants grants,
            TransactionalOperator transaction) {
        this.transaction = transaction;
        this.drafts = drafts;
        this.grants = grants;
        this.database = database;
        this.links = links;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        // All or nothing: a second try finds no application of this account any more.
        return database.sql("update submission set account = null where account = :account returning id, draft_id")
                .bind("account", account)
                .map(row -> List.of(Columns.required(row, "id", UUID.class),
                        Columns.required(row, "draft_id", UUID.class)))
                .all().collectList()
                .flatMap(ended -> drafts.correcting(ended.stream().map(List::getFirst).toList()).collectList()
                        .map(corrections -> Stream.concat(ended.stream().flatMap(List::stream), corrections.stream())
                                .toList()))
                .flatMap(subjects -> links.revoke(subjects).then(grants.revoke(subjects)))
                .as(transaction::transactional);
    }
}

package jp.madoguchi.portal.submission;

import io.r2dbc.spi.Readable;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.platform.database.Columns;
import jp.madoguchi.platform.security.ClosedAccounts;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.handover.Consignments;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a closed account had handed in stays as a record of the city (公文書) without the account. Having no own word either, it
 * is opened by nobody online any more: its applicant asks the office. So the office is told, while the application is worked, and a notice
 * that was to come electronically goes by post (デジタル手続法7条: only to who can receive it).
 */
@Component
class SubmissionsOfClosedAccount implements ClosedAccounts {

    private static final String TOLD = "（自動のお知らせ）申請者がアカウントを削除したため、この申請はオンラインでは表示できなくなりました。"
            + "補正のお願いや連絡は、電話か郵送、窓口でお願いします。電子での通知に同意していたときは、その同意も終わりました。";
    private final DatabaseClient database;
    private final SubmissionStandings standings;
    private final DraftStore drafts;
    private final Consignments consignments;
    private final MailedLinks links;
    private final Grants grants;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SubmissionsOfClosedAccount(DatabaseClient database, SubmissionStandings standings, DraftStore drafts,
            Consignments consignments, MailedLinks links, Grants grants, TransactionalOperator transaction,
            InstantSource clock) {
        this.database = database;
        this.standings = standings;
        this.drafts = drafts;
        this.consignments = consignments;
        this.links = links;
        this.grants = grants;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Ended(UUID id, UUID draft, boolean unreachable) {

        static Ended of(Readable row) {
            return new Ended(Columns.required(row, "id", UUID.class), Columns.required(row, "draft_id", UUID.class),
                    Columns.required(row, "unreachable", Boolean.class));
        }
    }

    @Override
    public Mono<Void> closed(UUID account) {
        // All or nothing: a second try finds no application of this account any more.
        return database.sql("""
                update submission set account = null where account = :account
                returning id, draft_id, secret_hash is null and withdrawn_at is null and stage in
                    ('ARRIVED', 'IN_EXAMINATION', 'AWAITING_CORRECTION', 'AWAITING_APPROVAL', 'DECIDED') as unreachable
                """).bind("account", account).map(Ended::of).all().collectList()
                .flatMap(ended -> end(ended).thenMany(Flux.fromIterable(ended).filter(Ended::unreachable))
                        .concatMap(one -> tell(one.id())).then())
                .as(transaction::transactional);
    }

    private Mono<Void> end(List<Ended> ended) {
        return drafts.correcting(ended.stream().map(Ended::id).toList()).collectList()
                .map(more -> Stream.concat(ended.stream().flatMap(one -> Stream.of(one.id(), one.draft())),
                        more.stream()))
                .map(Stream::toList).flatMap(subjects -> links.revoke(subjects).then(grants.revoke(subjects)));
    }

    private Mono<Void> tell(UUID submission) {
        var now = clock.instant();
        return standings.chooseNoticeWay(submission, false)
                .flatMap(done -> done ? consignments.noticeWay(submission, false, now) : Mono.<Void>empty())
                .then(Mono.defer(() -> consignments.message(submission, TOLD, now)));
    }
}

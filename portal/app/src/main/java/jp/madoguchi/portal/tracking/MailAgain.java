package jp.madoguchi.portal.tracking;

import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.mail.Mailbox;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.MailedLinks.Purpose;
import jp.madoguchi.portal.notice.MailLimits;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Mails that went astray, once more: only to the address the application has, and as often as the limits of mail allow.
 */
@Component
public class MailAgain {

    private final SubmissionStandings standings;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final MailLimits limits;
    private final TransactionalOperator transaction;

    MailAgain(SubmissionStandings standings, MailedLinks links, NoticeMails mails, MailLimits limits,
            TransactionalOperator transaction) {
        this.standings = standings;
        this.links = links;
        this.mails = mails;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Sends the mail that tells of the arrival; nothing where the application has no address.
     *
     * @throws jp.madoguchi.platform.problem.Refusal.TooMany (as error signal) where too many were sent
     */
    public Mono<Void> receipt(SubmissionStanding standing, ServerHttpRequest request) {
        return send(standing, Purpose.TRACK, request);
    }

    /** Sends what was asked for where number and address belong together; who asks never learns whether they do. */
    public Mono<Void> asked(ReceiptNumber number, String address, boolean word, ServerHttpRequest request) {
        return standings.ofNumber(number)
                .filter(standing -> standing.mail() != null
                        && Mailbox.key(standing.mail()).equals(Mailbox.key(address)))
                .flatMap(standing -> send(standing, word && standing.account() == null ? Purpose.WORD : Purpose.TRACK,
                        request));
    }

    private Mono<Void> send(SubmissionStanding standing, Purpose purpose, ServerHttpRequest request) {
        return Mono.justOrEmpty(standing.recipient())
                .flatMap(to -> limits.take(MailLimits.ASKED_FOR, to.mail(), request)
                        .then(links.issue(purpose, standing.id())
                                .flatMap(link -> purpose == Purpose.WORD
                                        ? mails.newWord(to, link)
                                        : mails.receivedAgain(to, link))
                                .as(transaction::transactional)));
    }
}

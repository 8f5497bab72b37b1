package jp.madoguchi.portal.tracking;

import java.time.Duration;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.attempt.AttemptPolicy;
import jp.madoguchi.platform.mail.Mailbox;
import jp.madoguchi.platform.security.AttemptLimiter;
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

    private static final AttemptPolicy PER_APPLICATION = new AttemptPolicy("mail-again-of", 5, Duration.ofMinutes(12));

    private final SubmissionStandings standings;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final MailLimits limits;
    private final AttemptLimiter limiter;
    private final TransactionalOperator transaction;

    MailAgain(SubmissionStandings standings, MailedLinks links, NoticeMails mails, MailLimits limits,
            AttemptLimiter limiter, TransactionalOperator transaction) {
        this.standings = standings;
        this.links = links;
        this.mails = mails;
        this.limits = limits;
        this.limiter = limiter;
        this.transaction = transaction;
    }

    /**
     * Sends the mail that tells of the arrival; nothing where the application has no address.
     *
     * @throws jp.madoguchi.platform.problem.Refusal.TooMany (as error signal) where too many were sent
     */
    public Mono<Void> receipt(SubmissionStanding standing, ServerHttpRequest request) {
        return Mono.justOrEmpty(standing.mail())
                .flatMap(mail -> limits.take(MailLimits.ASKED_FOR, mail, request)
                        .then(Mono.defer(() -> send(standing, Purpose.TRACK))));
    }

    /**
     * Sends what was asked for where number and address belong together; who asks never learns whether they do. So it is counted
     * before anything is looked up, by what was typed and at this door alone: what else was mailed would tell of an application.
     *
     * @throws jp.madoguchi.platform.problem.Refusal.TooMany (as error signal) where these were asked for too often
     */
    public Mono<Void> asked(ReceiptNumber number, String address, boolean word, ServerHttpRequest request) {
        var key = Mailbox.key(address);
        return limits.take(MailLimits.DOOR, address, request)
                .then(Mono.defer(() -> limiter.take(PER_APPLICATION, number.digits() + '\n' + key)))
                .then(Mono.defer(() -> standings.ofNumber(number)))
                .filter(standing -> standing.mail() != null && Mailbox.key(standing.mail()).equals(key))
                .flatMap(standing -> send(standing,
                        word && standing.hasWord() ? Purpose.WORD : Purpose.TRACK));
    }

    private Mono<Void> send(SubmissionStanding standing, Purpose purpose) {
        return Mono.justOrEmpty(standing.recipient())
                .flatMap(to -> links.issue(purpose, standing.id())
                        .flatMap(link -> purpose == Purpose.WORD
                                ? mails.newWord(to, link)
                                : mails.receivedAgain(to, link))
                        .as(transaction::transactional));
    }
}

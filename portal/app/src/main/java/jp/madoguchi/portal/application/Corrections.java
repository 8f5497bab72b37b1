package jp.madoguchi.portal.application;

import jp.madoguchi.exchange.ReceiptNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.notice.NoticeMails;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Opens corrections (補正, 行政手続法 7条): a draft with the answers as submitted, and a mail with the link that opens it.
 */
@Component
public class Corrections {

    private final CorrectionStore store;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final Clock clock;

    Corrections(CorrectionStore store, MailedLinks links, NoticeMails mails, Clock clock) {
        this.store = store;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    /** Opens the request; opening it again changes nothing but the day until when it can be answered. To be called in the transaction that notes the request. */
    public Mono<Void> open(UUID submission, CorrectionRequest request) {
        var now = clock.instant();
        // A late answer is for the clerk to judge, so the draft outlives the period.
        var expires = BusinessCalendar.endOf(request.answerBy()).plus(Duration.ofDays(30));
        var keptUntil = expires.isBefore(now.plus(PageDesk.KEPT)) ? now.plus(PageDesk.KEPT) : expires;
        return store.insert(submission, request, now)
                .flatMap(fresh -> fresh ? Mono.just(true) : store.prolong(request, keptUntil).thenReturn(false))
                .filter(Boolean::booleanValue)
                .flatMap(fresh -> store.insertDraft(submission, request.id(), now, keptUntil))
                .flatMap(draft -> store.mailTo(submission)
                        .flatMap(to -> links.issue(MailedLinks.Purpose.CORRECT, draft)
                                .flatMap(link -> mails.correctionAsked(to.mail(), to.language(), submission,
                                        request.id(),
                                        new ReceiptNumber(to.receiptNumber()).grouped(), link))));
    }

    /** The case has moved on without an answer. */
    public Mono<Void> closeOpen(UUID submission) {
        return store.closeOpen(submission, clock.instant());
    }
}

package jp.madoguchi.portal.correction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.ApplicationUpdate.CorrectionRequest;
import jp.madoguchi.exchange.ApplicationUpdate.TakenOut;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.NewDrafts;
import jp.madoguchi.portal.draft.NewDrafts.Origin;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.submission.HandedIn;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens corrections (補正, 行政手続法 7条): a draft with the answers as submitted, and a mail with the link that opens it.
 */
@Component
public class Corrections {

    private final CorrectionStore store;
    private final SubmissionStandings submissions;
    private final HandedIn handedIn;
    private final NewDrafts fresh;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final InstantSource clock;

    Corrections(CorrectionStore store, SubmissionStandings submissions, HandedIn handedIn, NewDrafts fresh,
            DraftStore drafts, DraftChanges changes, MailedLinks links, NoticeMails mails, InstantSource clock) {
        this.store = store;
        this.submissions = submissions;
        this.handedIn = handedIn;
        this.fresh = fresh;
        this.drafts = drafts;
        this.changes = changes;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    /** Opens the request; opening it again changes nothing but the day until when it can be answered. To be called in the transaction that notes the request. */
    public Mono<Void> open(UUID submission, CorrectionRequest request) {
        var now = clock.instant();
        // A late answer is for the clerk to judge, so the draft outlives the period.
        var expires = BusinessCalendar.endOf(request.answerBy()).plus(Duration.ofDays(30));
        var keptUntil = expires.isBefore(now.plus(DraftChanges.KEPT)) ? now.plus(DraftChanges.KEPT) : expires;
        return store.insert(submission, request, now)
                .flatMap(isNew -> isNew ? begin(submission, request, now, keptUntil) : prolong(request, keptUntil));
    }

    private Mono<Void> prolong(CorrectionRequest request, Instant until) {
        return store.prolong(request).filter(Boolean::booleanValue)
                .flatMap(longer -> changes.keepCorrection(request.id(), until));
    }

    private Mono<Void> begin(UUID submission, CorrectionRequest request, Instant now, Instant until) {
        return submissions.find(submission)
                .flatMap(standing -> handedIn.latestJson(submission)
                        .flatMap(answers -> fresh.insertCorrection(
                                new DraftPurpose.Correction(submission, request.id()),
                                new Origin(standing.procedure(), standing.version(), standing.account(),
                                        standing.language(), answers),
                                now, until))
                        .flatMap(draft -> mail(standing, request.id(), draft)));
    }

    private Mono<Void> mail(SubmissionStanding standing, UUID request, UUID draft) {
        return Mono.justOrEmpty(standing.recipient())
                .flatMap(to -> links.issue(MailedLinks.Purpose.CORRECT, draft)
                        .flatMap(link -> mails.correctionAsked(to, request, link)));
    }

    /** The case has moved on without an answer. */
    public Mono<Void> closeOpen(UUID submission) {
        var now = clock.instant();
        return store.closeOpen(submission, now).collectList()
                .flatMap(ended -> changes.discardCorrections(ended, now));
    }

    /** All that was asked for, in order, each with the draft that still answers it. */
    public Flux<CorrectionRequested> requestedOf(UUID submission) {
        return store.of(submission).collectList()
                .flatMapMany(all -> drafts.answering(all.stream().map(CorrectionRequested::id).toList())
                        .flatMapIterable(open -> all.stream().map(one -> one.answeredIn(open.get(one.id()))).toList()));
    }

    /** The drafts in which it was or is corrected. */
    public Flux<UUID> draftsOf(UUID submission) {
        return drafts.correcting(List.of(submission));
    }

    /** Takes a text out of what was asked. */
    public Mono<Void> takeOut(UUID submission, TakenOut text, String instead) {
        return store.takeOut(submission, text, instead);
    }
}

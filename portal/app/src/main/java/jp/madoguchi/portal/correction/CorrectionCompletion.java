package jp.madoguchi.portal.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.AskedView;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftCompletion;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.HandingIn;
import jp.madoguchi.portal.handover.ArrivalSignal;
import jp.madoguchi.portal.handover.Consignments;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.submission.HandedIn;
import jp.madoguchi.portal.submission.SubmissionService;
import jp.madoguchi.portal.submission.SubmissionStanding;
import jp.madoguchi.portal.submission.SubmissionStandings;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Answers a correction request: one transaction freezes the corrected answers, and tells the back office and the mail outbox.
 */
@Component
class CorrectionCompletion implements DraftCompletion {
    private final DraftChanges drafts;
    private final CorrectionStore corrections;
    private final CorrectionScopes scopes;
    private final SubmissionStandings submissions;
    private final HandedIn revisions;
    private final Consignments consignments;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final Grants grants;
    private final ArrivalSignal arrivals;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CorrectionCompletion(DraftChanges drafts, CorrectionStore corrections, CorrectionScopes scopes,
            SubmissionStandings submissions, HandedIn revisions, Consignments consignments, MailedLinks links,
            NoticeMails mails, Grants grants, ArrivalSignal arrivals, TransactionalOperator transaction,
            InstantSource clock) {
        this.drafts = drafts;
        this.corrections = corrections;
        this.scopes = scopes;
        this.submissions = submissions;
        this.revisions = revisions;
        this.consignments = consignments;
        this.links = links;
        this.mails = mails;
        this.grants = grants;
        this.arrivals = arrivals;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean completes(DraftPurpose purpose) {
        return purpose instanceof DraftPurpose.Correction;
    }

    @Override
    public Mono<String> whenClosed(Draft draft, Visitor visitor) {
        return corrections.isAnswered(of(draft).request()).filter(Boolean::booleanValue)
                .map(answered -> Addresses.submission(of(draft).submission()))
                .switchIfEmpty(Mono.defer(() -> over(draft, visitor)));
    }

    /**
     * To the application, which says what became of the request. Whoever could open the correction proved more than the link,
     * and is not to be turned away there.
     */
    private Mono<String> over(Draft draft, Visitor visitor) {
        var submission = of(draft).submission();
        var browser = visitor.keyHash();
        return (browser == null || draft.account() != null
                ? Mono.<Void>empty()
                : grants.grant(browser, submission, Grants.APPLICATION))
                .thenReturn(Addresses.submission(submission) + "?correction-over");
    }

    @Override
    public Mono<Optional<CorrectionScope>> scope(Draft draft) {
        return scopes.of(draft);
    }

    @Override
    public Mono<Optional<AskedView>> asked(Draft draft) {
        return corrections.asked(of(draft).request()).zipWith(scopes.of(draft))
                .map(both -> Optional.of(new AskedView(both.getT1().reason(),
                        new Wording(draft.language()).date(both.getT1().answerBy()),
                        places(draft, both.getT1().fields().stream()),
                        places(draft, both.getT2().stream().flatMap(scope -> scope.broughtUp(draft.answers()).stream())
                                .map(FieldPath::toString)))))
                .defaultIfEmpty(Optional.empty());
    }

    private static List<ErrorLink> places(Draft draft, Stream<String> fields) {
        return fields.map(field -> CorrectionPlaces.of(draft, field)).distinct().toList();
    }

    /** A correction answers the city, whenever the city asks for it. */
    @Override
    public Mono<String> complete(Draft draft, HandingIn by) {
        var now = clock.instant();
        var filling = draft.filling(BusinessCalendar.dayOf(now));
        if (draft.isOpen() && !filling.checkAll().isEmpty()) {
            return Mono.error(SubmissionService.incomplete());
        }
        var correction = of(draft);
        var answers = filling.effectiveAnswers();
        return drafts.close(draft, "submitted", now)
                .flatMap(closed -> closed
                        ? withinScope(draft, answers)
                                .flatMap(scope -> correct(new Corrected(draft, correction, answers, scope, now), by))
                        : answeredBefore(draft))
                .as(transaction::transactional).doOnSuccess(done -> arrivals.raise())
                .flatMap(answered -> answered
                        ? Mono.just(Addresses.submission(correction.submission()) + "?corrected")
                        : over(draft, by.visitor()));
    }

    private static DraftPurpose.Correction of(Draft draft) {
        return (DraftPurpose.Correction) draft.purpose();
    }

    /** True where it was answered before; false where it is not asked for any more. */
    private Mono<Boolean> answeredBefore(Draft draft) {
        return corrections.isAnswered(of(draft).request())
                .flatMap(answered -> answered || !draft.isOpen()
                        ? Mono.just(answered)
                        : corrections.isClosed(of(draft).request()).filter(Boolean::booleanValue).map(closed -> false)
                                .switchIfEmpty(Mono.error(SubmissionService::changed)));
    }

    private record Corrected(Draft draft, DraftPurpose.Correction correction, Answers answers, CorrectionScope scope,
            Instant at) {
        UUID submission() {
            return correction.submission();
        }
    }

    /** Whatever way an answer came into the draft: only what was asked for leaves it changed. */
    private Mono<CorrectionScope> withinScope(Draft draft, Answers answers) {
        return scopes.of(draft).flatMap(Mono::justOrEmpty).switchIfEmpty(Mono.error(CorrectionCompletion::closed))
                .filter(scope -> scope.beyond(answers).isEmpty())
                .switchIfEmpty(Mono.error(() -> new Refusal.Unprocessable("not-asked-for",
                        "補正をお願いした項目のほかに変更された回答があるため、まだ提出していません。確認画面を開き直し、補正の項目だけを直して提出してください。")));
    }

    private static Refusal closed() {
        return new Refusal.Conflict("correction-closed", "この補正の依頼は、すでに締め切られています。くわしくは担当の窓口にお問い合わせください。");
    }

    private Mono<Boolean> correct(Corrected corrected, HandingIn by) {
        var submission = corrected.submission();
        var request = corrected.correction().request();
        var now = corrected.at();
        var browser = by.visitor().keyHash();
        return corrections.answer(request, now).filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(CorrectionCompletion::closed)).then(readdress(corrected, by.visitor()))
                .then(submissions.corrected(submission, now))
                .then(revisions.freeze(submission, request, corrected.answers(), now))
                .flatMap(revision -> consignments.corrected(submission, revision, now))
                .then(Mono.defer(() -> submissions.find(submission).flatMap(standing -> mail(standing, request))))
                .then(browser == null
                        ? Mono.<Void>empty()
                        : grants.grant(browser, submission, Grants.APPLICATION))
                .thenReturn(true);
    }

    /** Where notices go from now on: a corrected address counts at once, for the mail that confirms it too. */
    private Mono<Void> readdress(Corrected corrected, Visitor visitor) {
        var draft = corrected.draft();
        var question = draft.procedure().applicantMail();
        return question == null
                || corrected.answers().get(question).equals(corrected.scope().handedIn().get(question))
                        ? Mono.empty()
                        : submissions.readdress(corrected.submission(), draft.mailOf(corrected.answers(), visitor));
    }

    private Mono<Void> mail(SubmissionStanding standing, UUID request) {
        return Mono.justOrEmpty(standing.recipient())
                .flatMap(to -> links.issue(MailedLinks.Purpose.TRACK, standing.id())
                        .flatMap(link -> mails.corrected(to, request, link)));
    }
}

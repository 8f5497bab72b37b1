package jp.madoguchi.portal.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftCompletion;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.HandingIn;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.handover.ArrivalSignal;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.notice.Recipient;
import jp.madoguchi.portal.submission.SubmissionStore.Handed;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;
import java.util.Optional;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.submission.SubmissionStore.Letter;
import org.springframework.dao.DuplicateKeyException;
import reactor.util.retry.Retry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Handing in: one statement freezes the answers, binds the attachments, gives the receipt number, closes the record of
 * filling in, tells the back office and the mail outbox. Its commit is the arrival (到達, デジタル手続法 6条3項).
 */
@Component
public class SubmissionService implements DraftCompletion {

    private static final int CLASHES = 5;

    private final SubmissionStore submissions;
    private final SubmissionStandings standings;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final NoticeMails mails;
    private final ArrivalSignal arrivals;
    private final InstantSource clock;

    SubmissionService(SubmissionStore submissions, SubmissionStandings standings, Catalogue catalogue, Uploads uploads,
            NoticeMails mails, ArrivalSignal arrivals, InstantSource clock) {
        this.submissions = submissions;
        this.standings = standings;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.mails = mails;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public boolean completes(DraftPurpose purpose) {
        return purpose instanceof DraftPurpose.Application;
    }

    @Override
    public Mono<String> whenClosed(Draft draft, Visitor visitor) {
        return standings.ofDraft(draft.id()).flatMap(id -> {
            var now = clock.instant();
            var address = Addresses.submission(id);
            // In the browser that handed it in, the receipt may be all that still opens.
            return standings.find(id, visitor, now).map(open -> address).switchIfEmpty(Mono.defer(
                    () -> standings.findReceipt(id, visitor, now).map(open -> address + "/receipt")))
                    .defaultIfEmpty(address);
        });
    }

    /** @throws Refusal.Conflict (as error signal) if the draft was changed in another tab meanwhile */
    @Override
    public Mono<String> complete(Draft draft, HandingIn by) {
        var now = clock.instant();
        var filling = draft.filling(BusinessCalendar.dayOf(now));
        if (draft.isOpen() && !filling.checkAll().isEmpty()) {
            return Mono.error(incomplete());
        }
        var shut = draft.isOpen()
                ? catalogue.standing(draft.procedure().id()).map(standing -> Opening.closed(draft.procedure(), standing,
                        now, draft.expiresAt(), new Wording(draft.language())))
                : Mono.just("");
        var handedIn = Mono.defer(() -> handIn(draft, filling.effectiveAnswers(), by, now))
                .switchIfEmpty(Mono.defer(() -> standings.ofDraft(draft.id())))
                .switchIfEmpty(Mono.error(SubmissionService::changed)).doOnSuccess(done -> arrivals.raise());
        return shut.flatMap(why -> why.isEmpty() ? handedIn : Mono.error(new Refusal.Conflict("not-open", why)))
                .map(id -> Addresses.submission(id) + (by.mailed() ? "/receipt" : "/receipt?unmailed"));
    }

    public static Refusal incomplete() {
        return new Refusal.Unprocessable("incomplete", "まだ入力が必要な項目があります。確認画面の案内に沿って入力してください。");
    }

    public static Refusal changed() {
        return new Refusal.Conflict("draft-changed", "別の画面で内容が変更されたため、まだ提出していません。内容をもう一度確認してから提出してください。");
    }

    /** Empty where the draft was closed or changed meanwhile. */
    private Mono<UUID> handIn(Draft draft, Answers answers, HandingIn by, Instant now) {
        if (!draft.isOpen()) {
            return Mono.empty();
        }
        var visitor = by.visitor();
        var account = draft.account() == null ? visitor.account() : draft.account();
        var mail = draft.mailOf(answers, visitor);
        var submitted = FillStep.of(draft.run(by.device()), Type.SUBMITTED, now);
        // Ten thousand billion numbers make a clash rare; it costs one more try.
        return uploads.mustBeClean(AttachedFiles.idsIn(answers)).then(Mono.defer(() -> {
            var number = ReceiptNumber.random();
            return letter(draft, by.mailed() ? mail : null, number)
                    .flatMap(letter -> submissions.insert(new Handed(draft, answers, submitted, account, mail,
                            by.noticeConsent(), by.passphraseHash(), account == null ? visitor.keyHash() : null, number,
                            letter.orElse(null), now)));
        }).retryWhen(Retry.max(CLASHES).filter(DuplicateKeyException.class::isInstance)));
    }

    private Mono<Optional<Letter>> letter(Draft draft, @Nullable String mail, ReceiptNumber number) {
        if (mail == null) {
            return Mono.just(Optional.empty());
        }
        var edition = draft.edition();
        var link = SecretToken.create();
        return mails.arrival(new Recipient(mail, draft.language().tag(), number, edition.procedure().id(),
                edition.version(), null, true), link).map(written -> Optional.of(new Letter(written, link)));
    }
}

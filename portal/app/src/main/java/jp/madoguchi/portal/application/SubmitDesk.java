package jp.madoguchi.portal.application;

import jp.madoguchi.exchange.ReceiptNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.correction.CorrectionScope;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.MailedLinks;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.application.SubmissionStore.Handed;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.handover.Consignments;
import jp.madoguchi.portal.handover.Doorbell;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.wording.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handing in: one transaction freezes the answers, binds the attachments, gives the receipt number, closes the record of
 * filling in, tells the back office and the mail outbox. Its commit is the arrival (到達, デジタル手続法 6条3項).
 */
@Component
class SubmitDesk {

    private final DraftStore drafts;
    private final SubmissionStore submissions;
    private final CorrectionStore corrections;
    private final CorrectionScopes scopes;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Consignments consignments;
    private final FillLog log;
    private final MailedLinks links;
    private final NoticeMails mails;
    private final Grants grants;
    private final Doorbell doorbell;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SubmitDesk(DraftStore drafts, SubmissionStore submissions, CorrectionStore corrections,
            CorrectionScopes scopes, Catalogue catalogue, Uploads uploads,
            Consignments consignments, FillLog log, MailedLinks links, NoticeMails mails, Grants grants,
            Doorbell doorbell, TransactionalOperator transaction, Clock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.corrections = corrections;
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.consignments = consignments;
        this.log = log;
        this.links = links;
        this.mails = mails;
        this.grants = grants;
        this.doorbell = doorbell;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the applicant chose on the last page.
     *
     * @param mailed whether the receipt is mailed: not where too many mails went to that mailbox, or at the wish of that client,
     *     in a short time; the application arrives all the same (デジタル手続法6条3項)
     */
    record Choices(boolean noticeConsent, @Nullable String secretHash, boolean mailed) {}

    /**
     * Hands the draft in. Repeated, it gives the same submission.
     *
     * @return the submission
     * @throws Refusal.Conflict (as error signal) if the draft was changed in another tab meanwhile
     */
    Mono<UUID> submit(Draft draft, Visitor visitor, Choices choices, Device device) {
        if (draft.procedure().isInterview()) {
            return Mono
                    .error(new Refusal.Conflict("not-handed-in", "質問の答えは提出するものではありません。必要な手続きの一覧から、手続きを1つずつ提出してください。"));
        }
        var now = clock.instant();
        var filling = draft.filling(BusinessCalendar.dayOf(now));
        if (draft.isOpen() && !filling.checkAll().isEmpty()) {
            return Mono.error(new Refusal.Unprocessable("incomplete", "まだ入力が必要な項目があります。確認画面の案内に沿って入力してください。"));
        }
        // A correction answers the city, whenever the city asks for it.
        var shut = draft.isOpen() && !draft.isCorrection()
                ? catalogue.standing(draft.procedure().id()).map(standing -> Opening.closed(draft.procedure(), standing,
                        now, draft.expiresAt(), new Say(draft.language())))
                : Mono.just("");
        var answers = filling.effectiveAnswers();
        var handedIn = drafts.close(draft, "submitted", now).flatMap(closed -> closed
                ? handIn(draft, answers, visitor, choices, device, now)
                : handedInBefore(draft)).as(transaction::transactional).doOnSuccess(done -> doorbell.ring());
        return shut.flatMap(why -> why.isEmpty() ? handedIn : Mono.error(new Refusal.Conflict("not-open", why)));
    }

    private Mono<UUID> handedInBefore(Draft draft) {
        var correction = draft.corrects();
        var before = correction == null
                ? submissions.ofDraft(draft.id())
                : corrections.isAnswered(correction.request()).filter(Boolean::booleanValue)
                        .map(yes -> correction.submission());
        return before.switchIfEmpty(Mono.error(
                () -> new Refusal.Conflict("draft-changed", "別の画面で内容が変更されたため、まだ提出していません。内容をもう一度確認してから提出してください。")));
    }

    private Mono<UUID> handIn(Draft draft, Answers answers, Visitor visitor, Choices choices, Device device,
            Instant now) {
        var correction = draft.corrects();
        return correction == null
                ? first(draft, answers, visitor, choices, device, now)
                : withinScope(draft, answers)
                        .flatMap(scope -> correct(draft, correction, answers, scope, visitor, now));
    }

    private Mono<UUID> first(Draft draft, Answers answers, Visitor visitor, Choices choices, Device device,
            Instant now) {
        var account = draft.account() == null ? visitor.account() : draft.account();
        var mail = mailOf(draft, answers, visitor);
        var handed = new Handed(draft, account, mail, choices.noticeConsent(), choices.secretHash(), now);
        return numbered(handed).flatMap(numbered -> {
            var id = numbered.submission();
            var browser = visitor.keyHash();
            return freeze(id, null, answers, now).then(consignments.submitted(id, now))
                    .then(log.append(FillStep.of(draft.run(device), Type.SUBMITTED, now)))
                    .then(browser == null || account != null
                            ? Mono.<Void>empty()
                            : grants.handIn(browser, draft.id(), id))
                    .then(mail == null || !choices.mailed() ? Mono.<Void>empty() : mailReceipt(handed, numbered, mail))
                    .thenReturn(id);
        });
    }

    private record Numbered(UUID submission, ReceiptNumber number) {}

    /** Ten thousand billion numbers make a clash rare; it costs one more try. */
    private Mono<Numbered> numbered(Handed handed) {
        return Mono.defer(() -> {
            var number = ReceiptNumber.random();
            return submissions.insert(handed, number).map(id -> new Numbered(id, number));
        }).repeatWhenEmpty(tries -> tries.take(5)).switchIfEmpty(
                Mono.error(() -> new IllegalStateException("no free receipt number in six tries")));
    }

    private Mono<Void> mailReceipt(Handed handed, Numbered numbered, String mail) {
        return links.issue(MailedLinks.Purpose.TRACK, numbered.submission())
                .flatMap(link -> mails.received(mail, handed.draft().language().tag(), numbered.submission(),
                        numbered.number().grouped(), link));
    }

    /** Whatever way an answer came into the draft: only what was asked for leaves it changed. */
    private Mono<CorrectionScope> withinScope(Draft draft, Answers answers) {
        return scopes.of(draft).flatMap(Mono::justOrEmpty).switchIfEmpty(Mono.error(SubmitDesk::closed))
                .filter(scope -> scope.beyond(answers).isEmpty())
                .switchIfEmpty(Mono.error(() -> new Refusal.Unprocessable("not-asked-for",
                        "補正をお願いした項目のほかに変更された回答があるため、まだ提出していません。確認画面を開き直し、補正の項目だけを直して提出してください。")));
    }

    private static Refusal closed() {
        return new Refusal.Conflict("correction-closed", "この補正の依頼は、すでに締め切られています。くわしくは担当の窓口にお問い合わせください。");
    }

    /** Where notices go from now on: a corrected address counts at once, for the mail that confirms it too. */
    private Mono<Void> readdress(Draft draft, UUID submission, Answers answers, CorrectionScope scope,
            Visitor visitor) {
        var question = draft.procedure().applicantMail();
        return question == null || answers.get(question).equals(scope.handedIn().get(question))
                ? Mono.empty()
                : submissions.readdress(submission, mailOf(draft, answers, visitor));
    }

    private Mono<UUID> correct(Draft draft, Draft.Correction correction, Answers answers, CorrectionScope scope,
            Visitor visitor, Instant now) {
        var browser = visitor.keyHash();
        return corrections.answer(correction.request(), now)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(SubmitDesk::closed))
                .then(readdress(draft, correction.submission(), answers, scope, visitor))
                .then(submissions.corrected(correction.submission(), now))
                .then(freeze(correction.submission(), correction.request(), answers, now))
                .flatMap(revision -> consignments.corrected(correction.submission(), revision, now))
                .then(corrections.mailTo(correction.submission())
                        .flatMap(to -> links.issue(MailedLinks.Purpose.TRACK, correction.submission())
                                .flatMap(link -> mails.corrected(to.mail(), to.language(),
                                        correction.submission(), correction.request(),
                                        new ReceiptNumber(to.receiptNumber()).grouped(), link))))
                .then(browser == null
                        ? Mono.<Void>empty()
                        : grants.grant(browser, correction.submission(), Grants.APPLICATION))
                .thenReturn(correction.submission());
    }

    private Mono<Integer> freeze(UUID submission, @Nullable UUID correction, Answers answers, Instant now) {
        var files = AttachedFiles.in(answers);
        return uploads.submitted(files.stream().map(Consignment.Attachment::id).toList(), submission)
                .then(submissions.insertRevision(submission, correction, AnswersJson.write(answers).toString(),
                        JsonMapper.shared().writeValueAsString(List.copyOf(files)), now));
    }

    /** The address asked for in the form, else the account's. */
    static @Nullable String mailOf(Draft draft, Answers answers, Visitor visitor) {
        var question = draft.procedure().applicantMail();
        if (question == null) {
            return visitor.mail();
        }
        var typed = answers.get(question, Answer.Text.class).map(Answer.Text::value).orElse("");
        return typed.isBlank() ? visitor.mail() : typed;
    }
}

package jp.madoguchi.portal.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.AttachedFiles;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftCompletion;
import jp.madoguchi.portal.draft.DraftPurpose;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.draft.HandingIn;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.upload.Attachment;
import jp.madoguchi.portal.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Somebody who was asked hands in what they filled in: it is printed, and becomes the answer in the applicant's draft.
 */
@Component
public class DelegationCompletion implements DraftCompletion {

    private static final int RETRIES = 5;

    private final DelegationStore delegations;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final Uploads uploads;
    private final DelegationPrinter printer;
    private final FillLog log;
    private final NoticeMails mails;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DelegationCompletion(DelegationStore delegations, DraftStore drafts, DraftChanges changes, Uploads uploads,
            DelegationPrinter printer, FillLog log,
            NoticeMails mails, TransactionalOperator transaction, Clock clock) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.changes = changes;
        this.uploads = uploads;
        this.printer = printer;
        this.log = log;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean completes(DraftPurpose purpose) {
        return purpose instanceof DraftPurpose.DelegatedPart;
    }

    @Override
    public Mono<String> complete(Draft draft, HandingIn by) {
        var handed = draft.isOpen() && draft.purpose() instanceof DraftPurpose.DelegatedPart(var delegation)
                ? handIn(draft, delegation, by.device())
                : Mono.<Void>empty();
        return handed.thenReturn(Addresses.handed(draft.id()));
    }

    @Override
    public Mono<String> whenClosed(Draft draft, Visitor visitor) {
        return Mono.just(Addresses.handed(draft.id()));
    }

    /**
     * @throws Refusal.Gone (as error signal) if the delegation was withdrawn or has expired, or the application was handed in or
     * thrown away meanwhile
     */
    private Mono<Void> handIn(Draft part, UUID delegation, Device device) {
        var now = clock.instant();
        var filling = part.filling(BusinessCalendar.dayOf(now));
        if (!filling.checkAll().isEmpty()) {
            return Mono.error(new Refusal.Unprocessable("incomplete", "まだ入力が必要な項目があります。確認画面の案内に沿って入力してください。"));
        }
        return delegations.find(delegation).filter(asked -> asked.isWaiting(now))
                .filterWhen(asked -> drafts.find(asked.draft()).map(asking -> takes(asking, now))
                        .defaultIfEmpty(false))
                .switchIfEmpty(Mono.error(DelegationCompletion::over))
                .flatMap(asked -> printed(part, asked, filling.effectiveAnswers(), now)
                        .flatMap(paper -> complete(new Handed(part, asked, filling.effectiveAnswers(), paper, now),
                                device, RETRIES)));
    }

    public static boolean takes(Draft asking, Instant now) {
        return asking.isOpen() && asking.expiresAt().isAfter(now);
    }

    public static Refusal over() {
        return new Refusal.Gone("errand-over", "この依頼は終わっているため、提出できません。依頼した方にお問い合わせください。");
    }

    private record Handed(Draft part, Delegation delegation, Answers answers, Attachment paper, Instant at) {

        Answer.FilledIn answer(QuestionKind.FilledByOther kind) {
            var edition = part.edition();
            return new Answer.FilledIn(edition.procedure().id(), edition.version(), edition.contentHash(),
                    AnswersJson.write(answers).toString(), nameIn(part, kind, answers),
                    BusinessCalendar.dayOf(at), day(kind), ref(paper), AttachedFiles.in(answers).stream()
                            .map(file -> new Answer.FileRef(file.id(), file.name(), file.bytes(), file.sha256(),
                                    file.mediaType()))
                            .toList());
        }

        private @Nullable LocalDate day(QuestionKind.FilledByOther kind) {
            var question = kind.day();
            return question == null
                    ? null
                    : answers.get(question, Answer.Date.class).map(Answer.Date::value).orElse(null);
        }
    }

    private static Answer.FileRef ref(Attachment file) {
        return new Answer.FileRef(file.id(), file.name(), file.bytes(), file.sha256(), file.mediaType());
    }

    private static String nameIn(Draft part, QuestionKind.FilledByOther kind, Answers answers) {
        var question = kind.namedBy() == null ? part.procedure().applicantName() : kind.namedBy();
        return answers.get(question).map(answer -> switch (answer) {
            case Answer.PersonName name -> name.full();
            case Answer.Text text -> text.value();
            default -> "";
        }).filter(name -> !name.isBlank()).orElse("（お名前なし）");
    }

    private Mono<Attachment> printed(Draft part, Delegation delegation, Answers answers, Instant now) {
        return printer.print(part, delegation, answers, now)
                .flatMap(pdf -> uploads.print(part.id(), delegation.field().toString(),
                        part.procedure().title().ja() + ".pdf", pdf));
    }

    private Mono<Void> complete(Handed handed, Device device, int retries) {
        return drafts.find(handed.delegation().draft()).flatMap(asking -> once(handed, asking, device)
                .as(transaction::transactional).flatMap(done -> done
                        ? Mono.<Void>empty()
                        : retries > 0
                                ? complete(handed, device, retries - 1)
                                : Mono.<Void>error(new Refusal.Conflict("draft-busy",
                                        "依頼した方がいま入力しているため、まだ提出していません。少し待ってから、もう一度提出してください。"))));
    }

    /** False if the applicant saved in the same moment; then nothing happened. */
    private Mono<Boolean> once(Handed handed, Draft asking, Device device) {
        var delegation = handed.delegation();
        var filling = asking.filling(BusinessCalendar.dayOf(handed.at()));
        var question = filling.question(delegation.field()).orElse(null);
        if (!takes(asking, handed.at()) || question == null
                || !(question.kind() instanceof QuestionKind.FilledByOther kind)) {
            return Mono.error(over());
        }
        var answer = handed.answer(kind);
        var next = filling.fillIn(delegation.field(), answer).orElse(null);
        if (next == null) {
            return Mono.error(over());
        }
        var before = filling.answer(delegation.field()).map(Answer::filesOf).orElse(List.of());
        var files = answer.files().stream().map(Answer.FileRef::id).toList();
        return changes.amend(asking, next.answers(), handed.at().plus(DraftChanges.KEPT)).flatMap(amended -> amended
                ? must(changes.close(handed.part(), "submitted", handed.at()), DelegationCompletion::changed)
                        .then(must(
                                delegations.completed(delegation.id(), answer.by(), handed.paper().id(), handed.at()),
                                DelegationCompletion::over))
                        .then(uploads.attached(files)).then(uploads.handOver(files, asking.id()))
                        .then(Flux.fromIterable(before).concatMap(file -> uploads.detached(file.id())).then())
                        .then(log.append(FillStep.of(handed.part().run(device), Type.SUBMITTED, handed.at())))
                        .then(tell(asking, delegation.id())).thenReturn(true)
                : Mono.just(false));
    }

    private Mono<Void> tell(Draft asking, UUID delegation) {
        var question = asking.procedure().applicantMail();
        var mail = question == null
                ? ""
                : asking.answers().get(question, Answer.Text.class).map(Answer.Text::value).orElse("");
        return mail.isBlank()
                ? Mono.empty()
                : mails.errandDone(mail, asking.language().tag(), asking.procedure(), delegation,
                        Addresses.draft(asking.id()));
    }

    private static Mono<Void> must(Mono<Boolean> done, Supplier<Refusal> otherwise) {
        return done.filter(Boolean::booleanValue).switchIfEmpty(Mono.error(otherwise)).then();
    }

    private static Refusal changed() {
        return new Refusal.Conflict("draft-changed", "別の画面で内容が変更されたため、まだ提出していません。内容をもう一度確認してから提出してください。");
    }
}

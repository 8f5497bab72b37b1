package jp.madoguchi.portal.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.delegation.DelegationStore.Asking;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.draft.DraftChanges;
import jp.madoguchi.portal.draft.DraftStore;
import jp.madoguchi.portal.notice.NoticeMails;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The applicant asks somebody else to fill in a part, takes that back, or gives up what was filled in.
 */
@Component
public class DelegationService {

    private static final int RETRIES = 5;

    private final DelegationStore delegations;
    private final DraftStore drafts;
    private final DraftChanges changes;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final NoticeMails mails;
    private final DelegationSettings settings;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DelegationService(DelegationStore delegations, DraftStore drafts, DraftChanges changes, Catalogue catalogue,
            Uploads uploads, NoticeMails mails,
            DelegationSettings settings, TransactionalOperator transaction, InstantSource clock) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.changes = changes;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A question of a draft that somebody else may be asked for. */
    public record Place(Draft draft, FieldPath path, Question question, QuestionKind.FilledByOther kind) {}

    /** @throws Refusal.NotFound if nobody can be asked for this in the draft as it stands */
    public Place place(Draft draft, String field) {
        try {
            var path = FieldPath.parse(field);
            var filling = draft.filling(BusinessCalendar.dayOf(clock.instant()));
            return filling.question(path)
                    .filter(question -> draft.isOpen() && filling.visibility().shows(path)
                            && question.kind() instanceof QuestionKind.FilledByOther)
                    .map(question -> new Place(draft, path, question, (QuestionKind.FilledByOther) question.kind()))
                    .orElseThrow(DelegationService::nowhere);
        } catch (IllegalArgumentException noPath) {
            throw nowhere();
        }
    }

    private static Refusal nowhere() {
        return new Refusal.NotFound("no-such-part", "この申請では、いまこの項目の記入を頼めません。入力画面を開き直してください。");
    }

    /** The last delegation for this question; empty where there was none. */
    public Mono<Delegation> latest(Place place) {
        return delegations.latest(place.draft().id()).filter(delegation -> delegation.field().equals(place.path()))
                .collectList()
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /**
     * Asks; whoever was asked for the same before is not asked any more. The same secret again is the same delegation.
     *
     * @param mail where the link is mailed, null for nowhere
     */
    public Mono<Delegation> ask(Place place, SecretToken link, @Nullable String mail) {
        return delegations.byToken(link.hash()).filter(delegation -> delegation.draft().equals(place.draft().id()))
                .switchIfEmpty(Mono.defer(() -> asker(place).flatMap(asker -> askNew(place, asker, link, mail))));
    }

    private Mono<Delegation> askNew(Place place, String asker, SecretToken link, @Nullable String mail) {
        var now = clock.instant();
        var expires = now.plus(settings.lifetime());
        var draft = place.draft();
        var asking = new Asking(draft.id(), place.path(), place.kind().procedure(), asker, mail, now, expires);
        return delegations.count(draft.id()).flatMap(count -> count < settings.most()
                ? withdraw(place, now)
                        .then(changes.keep(draft.id(), expires))
                        .then(delegations.insert(asking, link.hash()))
                        .delayUntil(delegation -> mail == null
                                ? Mono.empty()
                                : catalogue.current(place.kind().procedure())
                                        .flatMap(form -> mails.delegation(mail, draft.language().tag(),
                                                form.procedure(),
                                                delegation.id(), link, new Wording(draft.language()).date(expires))))
                : Mono.error(new Refusal.Unprocessable("too-many-delegations",
                        "この申請からは、もう記入を頼めません（" + settings.most() + "回まで）。受け取った書類のファイルを付けてください。")))
                .as(transaction::transactional)
                .onErrorMap(DataIntegrityViolationException.class, raced -> new Refusal.Conflict("delegation-raced",
                        "別の画面から同じ依頼が行われました。画面を開き直して、依頼の状況を確かめてください。"));
    }

    /** The name that the other person is told: of the person it is about, else of the applicant. */
    private Mono<String> asker(Place place) {
        var filling = place.draft().filling(BusinessCalendar.dayOf(clock.instant()));
        return catalogue.current(place.kind().procedure())
                .switchIfEmpty(Mono.error(() -> new Refusal.Unprocessable("no-such-form",
                        "この記入は、いまオンラインで受け付けていません。受け取った書類のファイルを付けてください。")))
                .map(edition -> filling.carriedInto(edition.procedure(), place.path()).values().values().stream()
                        .filter(Answer.PersonName.class::isInstance).map(Answer.PersonName.class::cast).findFirst()
                        .or(() -> filling.effectiveAnswers().get(place.draft().procedure().applicantName(),
                                Answer.PersonName.class))
                        .map(Answer.PersonName::full))
                .flatMap(name -> Mono.justOrEmpty(name)).switchIfEmpty(Mono.error(() -> new Refusal.Unprocessable(
                        "no-asker", "どなたの依頼か伝えるために、先にお名前を入力してください。入力画面に戻って、お名前のページから進めてください。")));
    }

    public Mono<Void> withdraw(Place place) {
        return withdraw(place, clock.instant()).as(transaction::transactional);
    }

    /** What was typed for it goes with it. */
    private Mono<Void> withdraw(Place place, Instant now) {
        return delegations.withdraw(place.draft().id(), List.of(place.path()), now).collectList()
                .flatMap(gone -> changes.discardParts(gone, now));
    }

    /** Gives up what was filled in, to use a file instead. */
    public Mono<Void> takeOut(Place place) {
        return takeOut(place.draft(), place.path(), RETRIES);
    }

    private Mono<Void> takeOut(Draft draft, FieldPath path, int retries) {
        var filling = draft.filling(BusinessCalendar.dayOf(clock.instant()));
        var filled = filling.answer(path).filter(Answer.FilledIn.class::isInstance);
        if (filled.isEmpty()) {
            return Mono.empty();
        }
        return changes.amend(draft, filling.takeOut(path).answers(), draft.expiresAt()).flatMap(done -> done
                ? detach(filled).thenReturn(true)
                : Mono.just(false)).as(transaction::transactional)
                .flatMap(done -> done
                        ? Mono.<Void>empty()
                        : retries > 0
                                ? drafts.find(draft.id()).flatMap(fresh -> takeOut(fresh, path, retries - 1))
                                : Mono.<Void>error(new Refusal.Conflict("draft-busy",
                                        "同じ申請が別の画面で続けて保存されています。少し待ってからお試しください。")));
    }

    private Mono<Void> detach(Optional<Answer> answer) {
        return Flux.fromStream(answer.stream()).flatMapIterable(Answer::filesOf).map(Answer.FileRef::id)
                .concatMap((UUID file) -> uploads.detached(file)).then();
    }
}

package jp.madoguchi.portal.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Ending;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Prefilling;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.application.DraftStore.Beginning;
import jp.madoguchi.portal.application.DraftStore.From;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Edition;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import jp.madoguchi.portal.catalogue.Opening;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.profile.Profiles;
import jp.madoguchi.portal.wording.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Opens drafts: new ones, and those that were begun before.
 */
@Component
class DraftDesk {

    /** Coming back after so long is coming back to the application, not turning a page. */
    private static final Duration AWAY = Duration.ofMinutes(30);

    private final DraftStore drafts;
    private final Grants grants;
    private final CarryDesk carry;
    private final Catalogue catalogue;
    private final Profiles profiles;
    private final FillLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DraftDesk(DraftStore drafts, Grants grants, CarryDesk carry, Catalogue catalogue, Profiles profiles, FillLog log,
            TransactionalOperator transaction,
            Clock clock) {
        this.drafts = drafts;
        this.grants = grants;
        this.carry = carry;
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins an application.
     *
     * @param keyHash of the browser, null for a signed-in resident
     */
    Mono<Draft> start(Edition edition, Visitor visitor, @Nullable String keyHash, String language, Device device) {
        return begin(edition, visitor, keyHash, language, device, null, Answers.NONE);
    }

    /**
     * Begins one follow-up of an interview with what was answered there.
     *
     * @param interview the answers in force of the interview
     */
    Mono<Draft> follow(Edition edition, Visitor visitor, @Nullable String keyHash, String language, Device device,
            From from, Answers interview) {
        return begin(edition, visitor, keyHash, language, device, from, interview);
    }

    private Mono<Draft> begin(Edition edition, Visitor visitor, @Nullable String keyHash, String language,
            Device device, @Nullable From from, Answers interview) {
        if (edition.needsAccount() && !visitor.isSignedIn()) {
            return Mono.error(new Refusal.Forbidden("account-needed", "この手続きはログインが必要です。ログインしてから、もう一度はじめてください。"));
        }
        var now = clock.instant();
        var today = BusinessCalendar.dayOf(now);
        return catalogue.standing(edition.procedure().id()).flatMap(standing -> {
            var closed = Opening.closed(edition.procedure(), standing, now, Say.in(language));
            return closed.isEmpty() ? profiles.of(visitor) : Mono.error(new Refusal.Conflict("not-open", closed));
        }).flatMap(profile -> {
            var prefilled = Prefilling.of(edition.procedure(), profile, interview, today);
            var begun = new Filling(edition.procedure(), prefilled.answers(), Entries.NONE, today);
            return drafts.insert(new Beginning(edition, begun.answers(), prefilled.sources(), from, visitor.account(),
                    language, device, null), now, now.plus(PageDesk.KEPT));
        }).delayUntil(id -> keyHash == null ? Mono.empty() : grants.grant(keyHash, id, Grants.DRAFT))
                .flatMap(drafts::find).delayUntil(draft -> log.append(FillStep.of(draft.run(device), Type.OPENED, now)))
                .as(transaction::transactional);
    }

    /**
     * Begins the application that the ending leaves to another person, with the answers from their side. It belongs to no account,
     * so that a mailed link can move it to the other person's device. Repeated, it goes on with the same one.
     *
     * @throws Refusal.Gone (as error signal) if it was moved to another browser meanwhile
     */
    Mono<Draft> startForOther(Draft draft, Ending.OtherPerson other, Visitor visitor, String keyHash, Device device) {
        var now = clock.instant();
        var answers = filling(draft).fromTheOther(other);
        var begun = new Filling(draft.procedure(), answers, Entries.NONE, BusinessCalendar.dayOf(now));
        return drafts.insert(new Beginning(draft.edition(), begun.answers(), Map.of(), null, null,
                draft.language().tag(), device, draft.id()), now, now.plus(PageDesk.KEPT))
                .delayUntil(id -> grants.grant(keyHash, id, Grants.DRAFT)).flatMap(drafts::find)
                .delayUntil(started -> log.append(FillStep.of(started.run(device), Type.OPENED, now)))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.defer(() -> drafts.begunFrom(draft.id()).flatMap(id -> open(id, visitor))));
    }

    /**
     * A draft, open or handed in; an open one in the newest version of its procedure.
     *
     * @throws Refusal.NotFound (as error signal) if there is none that this visitor may open
     * @throws Refusal.Gone if it has expired, or was moved to another browser
     */
    Mono<Draft> open(UUID id, Visitor visitor) {
        var now = clock.instant();
        return drafts.find(id, visitor, now).switchIfEmpty(Mono.defer(() -> missing(id, visitor))).map(draft -> {
            if (draft.isOpen() && draft.expiresAt().isBefore(now)) {
                throw new Refusal.Gone("draft-expired", "最後の入力から30日が過ぎたため、途中までの入力内容は削除されました。お手数ですが、はじめから入力してください。");
            }
            return draft;
        }).flatMap(carry::bring);
    }

    private Mono<Draft> missing(UUID id, Visitor visitor) {
        return grants.wasMoved(visitor.keyHashOrNone(), id).flatMap(moved -> Mono.error(moved
                ? new Refusal.Gone("draft-moved",
                        "この申請の入力は、メールのリンクから別の端末に移りました。この端末では続けられません。続けるときは、移した端末で開くか、メールのリンクをこの端末でもう一度開いてください。")
                : notFound()));
    }

    static Refusal notFound() {
        return new Refusal.NotFound("no-such-draft",
                "この入力画面を開けません。ログインして入力していたときは、もう一度ログインしてください。ログインせずに入力していたときは、入力していた端末で開くか、メールのリンクから開いてください。");
    }

    /** The resident came back: notes it, and gives the draft to the account that is signed in by now. */
    Mono<Void> comeBack(Draft draft, Visitor visitor, Device device) {
        var account = visitor.account();
        var adopted = draft.account() == null && account != null && !draft.isCorrection() && !draft.isErrand()
                && draft.begunFrom() == null
                        ? drafts.adopt(draft.id(), account)
                        : Mono.<Void>empty();
        return adopted
                .then(draft.savedAt().plus(AWAY).isBefore(clock.instant()) ? resumed(draft, device) : Mono.empty());
    }

    Mono<Void> resumed(Draft draft, Device device) {
        return draft.isCorrection()
                ? Mono.empty()
                : log.append(FillStep.of(draft.run(device), Type.RESUMED, clock.instant()));
    }

    /** Throws the draft away, at the applicant's wish. */
    Mono<Void> discard(Draft draft) {
        return drafts.close(draft, "discarded", clock.instant()).then(grants.revoke(draft.id()));
    }

    /** Whether what the draft is for is taken at present; a correction and a part that somebody was asked for always are. */
    Mono<Standing> standing(Draft draft) {
        return draft.isCorrection() || draft.isErrand()
                ? Mono.just(Standing.OPEN)
                : catalogue.standing(draft.procedure().id());
    }

    Filling filling(Draft draft) {
        return draft.filling(BusinessCalendar.dayOf(clock.instant()));
    }
}

package jp.madoguchi.portal.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import jp.madoguchi.exchange.FillEvent.Device;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.account.Grants;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.catalogue.Catalogue;
import jp.madoguchi.portal.catalogue.Standing;
import jp.madoguchi.portal.fill.FillLog;
import jp.madoguchi.portal.fill.FillStep;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Opens drafts that were begun before.
 */
@Component
public class DraftService {

    /** Coming back after so long is coming back to the application, not turning a page. */
    private static final Duration AWAY = Duration.ofMinutes(30);

    private final DraftStore drafts;
    private final DraftChanges changes;
    private final NewerVersions versions;
    private final Grants grants;
    private final Catalogue catalogue;
    private final FillLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DraftService(DraftStore drafts, DraftChanges changes, NewerVersions versions, Grants grants, Catalogue catalogue,
            FillLog log, TransactionalOperator transaction, Clock clock) {
        this.drafts = drafts;
        this.changes = changes;
        this.versions = versions;
        this.grants = grants;
        this.catalogue = catalogue;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A draft, open or handed in; an open one in the newest version of its procedure.
     *
     * @throws Refusal.NotFound (as error signal) if there is none that this visitor may open
     * @throws Refusal.Gone if it has expired, or was moved to another browser
     */
    public Mono<Draft> open(UUID id, Visitor visitor) {
        var now = clock.instant();
        return drafts.find(id, visitor, now).switchIfEmpty(Mono.defer(() -> missing(id, visitor))).map(draft -> {
            if (draft.isOpen() && draft.expiresAt().isBefore(now)) {
                if (draft.purpose() instanceof DraftPurpose.Correction) {
                    throw new Refusal.Gone("correction-expired",
                            "この補正のお願いは期限を過ぎたため、ここからは提出できません。入力していた内容は市に送られていません。いまの状況は、申請の状況の画面で確認してください。");
                }
                throw new Refusal.Gone("draft-expired", "最後の入力から30日が過ぎたため、途中までの入力内容は削除されました。お手数ですが、はじめから入力してください。");
            }
            return draft;
        }).flatMap(versions::bring).map(draft -> assured(draft, visitor));
    }

    /**
     * What asks for an account asks for it at every door, whatever the draft was begun with: an older version, a link.
     *
     * @throws AccessDeniedException where the visitor has to sign in first; the way there leads back with what was posted
     */
    public static Draft assured(Draft draft, Visitor visitor) {
        if (isAssured(draft, visitor)) {
            return draft;
        }
        throw new AccessDeniedException("account-needed");
    }

    public static boolean isAssured(Draft draft, Visitor visitor) {
        return !draft.isOpen() || !draft.edition().needsAccount() || visitor.isSignedIn();
    }

    private Mono<Draft> missing(UUID id, Visitor visitor) {
        return grants.wasMoved(visitor.keyHashOrNone(), id).flatMap(moved -> Mono.error(moved
                ? new Refusal.Gone("draft-moved",
                        "この申請の入力は、メールのリンクから別の端末に移りました。この端末では続けられません。続けるときは、移した端末で開くか、メールのリンクをこの端末でもう一度開いてください。")
                : notFound()));
    }

    public static Refusal notFound() {
        return new Refusal.NotFound("no-such-draft",
                "この入力画面を開けません。ログインして入力していたときは、もう一度ログインしてください。ログインせずに入力していたときは、入力していた端末で開くか、メールのリンクから開いてください。");
    }

    /** The resident came back: notes it, and gives the draft to the account that is signed in by now. */
    public Mono<Void> comeBack(Draft draft, Visitor visitor, Device device) {
        var account = visitor.account();
        var adopted = draft.account() == null && account != null && draft.purpose().isOwn()
                && draft.begunFrom() == null
                        ? adopt(draft.id(), account)
                        : Mono.<Void>empty();
        return adopted
                .then(draft.savedAt().plus(AWAY).isBefore(clock.instant()) ? resumed(draft, device) : Mono.empty());
    }

    public Mono<Void> resumed(Draft draft, Device device) {
        return draft.purpose().isMeasured()
                ? log.append(FillStep.of(draft.run(device), Type.RESUMED, clock.instant()))
                : Mono.empty();
    }

    /** From now on only the account opens it. */
    private Mono<Void> adopt(UUID draft, UUID account) {
        return changes.adopt(draft, account).filter(Boolean::booleanValue).flatMap(adopted -> grants.revoke(draft))
                .as(transaction::transactional);
    }

    /** Throws the draft away, at the applicant's wish. */
    public Mono<Void> discard(Draft draft) {
        return changes.close(draft, "discarded", clock.instant()).then(grants.revoke(draft.id()));
    }

    /** Whether what the draft is for is taken at present; a correction and a part that somebody was asked for always are. */
    public Mono<Standing> standing(Draft draft) {
        return draft.purpose().isOwn()
                ? catalogue.standing(draft.procedure().id())
                : Mono.just(Standing.OPEN);
    }

    public Filling filling(Draft draft) {
        return draft.filling(BusinessCalendar.dayOf(clock.instant()));
    }
}

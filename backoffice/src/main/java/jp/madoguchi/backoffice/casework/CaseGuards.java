package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a case has against each action. The one place that says so: the case itself asks before it changes, and so does
 * whoever offers the action on a page.
 */
final class CaseGuards {

    private final CaseProgress at;
    private final String staff;
    private final Instant now;

    private CaseGuards(CaseProgress at, String staff, Instant now) {
        this.at = at;
        this.staff = staff;
        this.now = now;
    }

    /** @return why not; null where nothing stands against it */
    static @Nullable ActionRefused against(CaseAction action, CaseProgress at, String staff, Instant now) {
        return new CaseGuards(at, staff, now).against(action);
    }

    private @Nullable ActionRefused against(CaseAction action) {
        return switch (action) {
            case VIEW, NOTE, ASK_REDACTION -> null;
            case MESSAGE -> at.state() == CaseState.WITHDRAWN ? moved("メッセージは送れません。") : null;
            case READ -> UnreadMessages.of(at.history()).isEmpty()
                    ? ActionRefused.state("まだ読まれていないメッセージはありません。")
                    : null;
            case REDACT -> Redactions.of(at.history()).open().isEmpty()
                    ? ActionRefused.state("この削除の求めは、もう終わっています。")
                    : null;
            case CLAIM -> claim();
            case TAKE_OVER -> takeOver();
            case RELEASE, TRANSFER, REQUEST_CORRECTION -> notInHand();
            case SEND_FOR_APPROVAL -> at.isNotification()
                    ? ActionRefused.state("届出には、認める・認めないの決定はありません。受理してください。")
                    : notInHand();
            case HAND_BACK -> at.isNotification()
                    ? ActionRefused.state("届出には決裁がないため、審査を返す必要はありません。「担当を外れる」で一覧に戻せます。")
                    : notInHand();
            case RECORD -> at.isNotification() ? notInHand() : ActionRefused.state("申請は受理ではなく、決裁を経て決定します。");
            case RETURN -> at.isNotification() ? notInHand() : ActionRefused.state("申請は返戻ではなく、決裁を経て決定します。");
            case PROCEED -> proceed();
            case RECALL_CORRECTION, ANSWER_ELSEWHERE, EXTEND_CORRECTION ->
                at.correction() == null ? moved("回答を待っている補正の求めはありません。") : null;
            case TAKE_BACK -> takeBack();
            case SEND_BACK -> notAwaitingApproval();
            case DECIDE -> decide();
            case EXTEND -> at.state().isClosed() || at.state().isDecided()
                    ? ActionRefused.state("この案件は「" + at.state().label() + "」なので、期間を延長できません。")
                    : Extensions.objection(at.history(), now);
            case ISSUE -> issue();
            case DELIVER -> deliver();
            case POST -> post();
            case UNDO_POSTING -> at.isPosted() ? null : ActionRefused.state("発送の記録がありません。");
            case REOPEN -> reopen();
        };
    }

    private @Nullable ActionRefused claim() {
        var current = at.assignment();
        if (current != null && !current.hasRunOut(now)) {
            return ActionRefused.taken(current.name());
        }
        return at.state().canBeClaimed()
                ? null
                : ActionRefused.state("この案件は「" + at.state().label() + "」なので、担当できません。");
    }

    private @Nullable ActionRefused takeOver() {
        var current = at.assignment();
        if (current == null) {
            return ActionRefused.state("この案件は、いま誰も担当していません。「担当する」で引き受けられます。");
        }
        return current.isBy(staff) ? ActionRefused.state("この案件は、すでにあなたが担当しています。") : null;
    }

    private @Nullable ActionRefused notInHand() {
        var current = at.assignment();
        if (current == null || at.state() != CaseState.IN_EXAMINATION) {
            return at.state().canBeClaimed()
                    ? ActionRefused.state("先に「担当する」を押してください。担当していた案件は、時間がたつと自動で一覧に戻ります。")
                    : moved("この操作はできません。");
        }
        return current.isBy(staff) ? null : ActionRefused.taken(current.name());
    }

    private @Nullable ActionRefused proceed() {
        var open = at.correction();
        if (open == null) {
            return ActionRefused.state("補正の求めはありません。");
        }
        return BusinessCalendar.dayOf(now).isAfter(open.answerBy())
                ? null
                : ActionRefused.state("補正の期限（" + Days.full(open.answerBy()) + "）が過ぎるまでは、審査を再開できません。");
    }

    private @Nullable ActionRefused takeBack() {
        var elsewhere = notAwaitingApproval();
        if (elsewhere != null) {
            return elsewhere;
        }
        return at.isProposedBy(staff) ? null : ActionRefused.rights("案を撤回できるのは、起案した人だけです。決裁者は差し戻すことができます。");
    }

    private @Nullable ActionRefused decide() {
        var elsewhere = notAwaitingApproval();
        if (elsewhere != null) {
            return elsewhere;
        }
        return at.wasExaminedBy(staff) ? ActionRefused.rights("審査を担当した人は、同じ案件を決裁できません。別の決裁者に依頼してください。") : null;
    }

    private @Nullable ActionRefused notAwaitingApproval() {
        return at.state() == CaseState.AWAITING_APPROVAL && at.proposal() != null ? null : moved("決裁の操作はできません。");
    }

    private @Nullable ActionRefused issue() {
        if (!at.state().isDecided() || at.state().isClosed()) {
            return ActionRefused.state(
                    at.state() == CaseState.ISSUED ? "通知書は、すでに交付されています。" : "決裁が済むまで、通知書は交付できません。");
        }
        return at.toPost() == null ? null : ActionRefused.state("通知書は作成済みで、郵送を待っています。「郵送する通知」で発送を記録してください。");
    }

    private @Nullable ActionRefused deliver() {
        if (at.toPost() == null) {
            return ActionRefused.state(at.state() == CaseState.ISSUED
                    ? "通知書は、すでに電子で交付されています。"
                    : "郵送を待っている通知書がありません。");
        }
        if (at.isPosted()) {
            return ActionRefused.state("この通知書は、すでに発送済みです。");
        }
        // The notice was made for the post because there was no consent then; only one given since counts.
        return Boolean.TRUE.equals(at.electronicNotice())
                ? null
                : ActionRefused.state("申請者は、いまは電子での通知に同意していません。書面で郵送してください。");
    }

    private @Nullable ActionRefused post() {
        if (at.isPosted()) {
            return ActionRefused.state("この通知書は、すでに発送済みです。");
        }
        return at.toPost() == null ? ActionRefused.state("郵送を待っている通知書がありません。") : null;
    }

    private @Nullable ActionRefused reopen() {
        if (at.state() == CaseState.WITHDRAWN) {
            return ActionRefused.state("申請者が取り下げた案件は、再開できません。もう一度申請してもらってください。");
        }
        return at.state().isDecided() ? null : ActionRefused.state("この案件は、まだ終わっていません。");
    }

    private ActionRefused moved(String so) {
        return ActionRefused.state("この案件は「" + at.state().label() + "」なので、" + so);
    }
}

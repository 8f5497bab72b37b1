package jp.madoguchi.portal.interview;

import java.time.LocalDate;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.definition.FollowUp;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.interview.FollowUpStore.Begun;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list after an interview; public because templates live in a package of their own.
 *
 * @param edition of the procedure; null for guidance and for what is not offered online now
 * @param due its last day; null for none
 * @param late whether that day has passed
 * @param begun what was begun of it, null for nothing
 */
public record FollowUpView(FollowUp followUp, @Nullable Edition edition, @Nullable LocalDate due, boolean late,
        @Nullable Begun begun, State state) {

    public enum State {
        TO_DO, BEGUN, BEGUN_ELSEWHERE, DONE, ELSEWHERE, NOT_OFFERED
    }

    public Localized title() {
        return switch (followUp) {
            case FollowUp.Guidance guidance -> guidance.title();
            case FollowUp.Online online ->
                edition == null ? Localized.ja(online.procedure().value()) : edition.procedure().title();
        };
    }

    public @Nullable Localized deadline() {
        return switch (followUp) {
            case FollowUp.Guidance guidance -> guidance.deadline();
            case FollowUp.Online _ -> edition == null ? null : edition.procedure().deadline();
        };
    }

    public @Nullable Localized needed() {
        return switch (followUp) {
            case FollowUp.Guidance guidance -> guidance.needed();
            case FollowUp.Online _ -> edition == null ? null : edition.procedure().whatIsNeeded();
        };
    }

    /** Whom to turn to, null for what is done online. */
    public @Nullable Localized where() {
        return followUp instanceof FollowUp.Guidance guidance ? guidance.where() : null;
    }

    public boolean mayBegin() {
        return state == State.TO_DO || state == State.BEGUN_ELSEWHERE;
    }

    /** Of what was begun: the draft, or what became of it; empty where this visitor may open neither. */
    public String address() {
        if (begun == null) {
            return "";
        }
        var submission = begun.submission();
        if (submission != null) {
            return begun.trackable() ? Addresses.submission(submission) : begun.mine() ? "/tracking" : "";
        }
        return begun.mine() ? Addresses.draft(begun.draft()) : "";
    }

    /** For whoever may see it; null otherwise and while nothing is handed in. */
    public @Nullable ReceiptNumber receiptNumber() {
        return begun != null && (begun.mine() || begun.trackable()) ? begun.receiptNumber() : null;
    }
}

package jp.madoguchi.backoffice.authoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.exchange.ProcedureStanding;
import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure is taken online at present, and who decided it.
 *
 * @param reason why not; empty exactly where it is open
 * @param revision counts the decisions; 0 where none was ever made
 */
public record Standing(State state, String reason, String reasonEn, @Nullable LocalDate until,
        @Nullable LocalDate finishBy, int revision) {

    static final Standing OPEN = new Standing(State.OPEN, "", "", null, null, 0);

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public String word() {
        return word(state);
    }

    static String word(State state) {
        return switch (state) {
            case OPEN -> "受付中";
            case PAUSED -> "停止中";
            case WITHDRAWN -> "受付終了";
        };
    }

    boolean saysTheSame(Standing other) {
        return state == other.state && reason.equals(other.reason) && reasonEn.equals(other.reasonEn)
                && Objects.equals(until, other.until)
                && Objects.equals(finishBy, other.finishBy);
    }

    ProcedureStanding toPortal(Instant at) {
        return new ProcedureStanding(state, at, reason.isEmpty() ? null : reason, reasonEn.isEmpty() ? null : reasonEn,
                until, finishBy);
    }
}

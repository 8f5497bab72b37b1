package jp.madoguchi.portal.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jp.madoguchi.exchange.ProcedureStanding.State;
import jp.madoguchi.forms.Language;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure is taken at present, beside what its version says; the parts are those of
 * {@link jp.madoguchi.exchange.ProcedureStanding}.
 */
public record Standing(State state, @Nullable String reason, @Nullable String reasonEn, @Nullable LocalDate until,
        @Nullable LocalDate finishBy) {

    public static final Standing OPEN = new Standing(State.OPEN, null, null, null, null);

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Why it cannot be begun now; empty where it can. */
    public String notBegun(Wording wording) {
        var because = Objects.requireNonNullElse(
                wording.language() == Language.EN && reasonEn != null ? reasonEn : reason,
                "");
        return switch (state) {
            case OPEN -> "";
            case PAUSED -> wording.text("standing.paused", because)
                    + (until == null ? "" : wording.text("standing.until", wording.date(until)));
            case WITHDRAWN -> wording.text("standing.withdrawn", because);
        };
    }

    /** Why what was begun cannot be handed in now; empty where it can. */
    public String notHandedIn(Instant moment, Wording wording) {
        return state == State.OPEN || mayFinish(moment) ? "" : notBegun(wording);
    }

    /** What whoever is in the middle has to know though they can still hand in; empty for nothing. */
    public String toldInTheMiddle(Instant moment, Wording wording) {
        return state == State.OPEN || finishBy == null || !mayFinish(moment)
                ? ""
                : notBegun(wording) + wording.text("standing.finish", wording.date(finishBy));
    }

    private boolean mayFinish(Instant moment) {
        return finishBy != null && !BusinessCalendar.dayOf(moment).isAfter(finishBy);
    }
}

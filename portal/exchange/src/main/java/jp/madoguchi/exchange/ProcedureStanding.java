package jp.madoguchi.exchange;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure is taken online at present.
 *
 * @param at when it was decided; what was decided earlier never takes the place of it
 * @param reason why it is not, in Japanese for applicants, 1 to {@value #LONGEST_REASON} characters; null exactly where it is open
 * @param reasonEn the same in English, null for none
 * @param until the day it is expected to be taken again, only where it is paused; null where nobody knows
 * @param finishBy the last day, in the city's time zone, on which what was begun before may be handed in; null where it may not
 *     be
 */
public record ProcedureStanding(State state, Instant at, @Nullable String reason, @Nullable String reasonEn,
        @Nullable LocalDate until, @Nullable LocalDate finishBy) {

    /** In code points. */
    public static final int LONGEST_REASON = 500;

    public enum State {
        /** As its versions say. */
        OPEN,
        /** Shown with the reason; not begun for now. */
        PAUSED,
        /** Not shown among what can be applied for any more, and not begun. */
        WITHDRAWN
    }

    /** Whether its parts fit one another. */
    public boolean isWhole() {
        return state == State.OPEN
                ? reason == null && reasonEn == null && until == null && finishBy == null
                : fits(reason, false) && fits(reasonEn, true) && (until == null || state == State.PAUSED);
    }

    private static boolean fits(@Nullable String text, boolean mayLack) {
        return text == null
                ? mayLack
                : !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST_REASON
                        && text.indexOf(0) < 0;
    }
}

package jp.madoguchi.forms.definition;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * When applications are taken online, in Japan's time.
 *
 * @param from the first moment, or null for no beginning
 * @param until the first moment after the last, or null for no end
 */
public record OpenPeriod(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {

    public OpenPeriod {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("the period ends before it begins");
        }
    }

    /** How a moment stands to the period. */
    public enum State {
        NOT_YET, OPEN, OVER
    }

    public State at(LocalDateTime moment) {
        if (from != null && moment.isBefore(from)) {
            return State.NOT_YET;
        }
        return until != null && !moment.isBefore(until) ? State.OVER : State.OPEN;
    }
}

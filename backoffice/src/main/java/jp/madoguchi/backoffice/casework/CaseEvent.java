package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened to one case.
 *
 * @param sequence 1 for the arrival, then without gaps
 * @param at to the microsecond, as the database keeps it
 */
public record CaseEvent(UUID caseId, int sequence, Instant at, Actor actor, EventPayload what) {

    public CaseEvent {
        if (sequence < 1) {
            throw new IllegalArgumentException("events are counted from 1: " + sequence);
        }
    }
}

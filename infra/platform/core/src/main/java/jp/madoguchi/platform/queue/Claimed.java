package jp.madoguchi.platform.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that one worker has for as long as the lease lasts.
 *
 * @param lease names this claim: what a worker reports counts only while no other has claimed the row
 * @param attempt which one this is, from 1
 * @param traceparent the step of a trace in which the row was put in, as W3C Trace Context writes it; null for none
 */
public record Claimed<T>(UUID id, UUID lease, int attempt, T item, @Nullable String traceparent) {

    public Claimed(UUID id, UUID lease, int attempt, T item) {
        this(id, lease, attempt, item, null);
    }
}

package jp.madoguchi.platform.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that went wrong at least once and is not done.
 *
 * @param kind of the row, for people; empty where the queue has one kind only
 * @param since when it was put into the queue
 * @param nextTryAt null where it was given up
 * @param givenUpAt null where it will be tried again
 * @param lastError what the last attempt met
 */
public record Stuck(UUID id, String kind, Instant since, int attempts, @Nullable Instant nextTryAt,
        @Nullable Instant givenUpAt, String lastError) {}

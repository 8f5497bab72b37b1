package jp.madoguchi.backoffice.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A consignment that waits, as the administrator sees it.
 *
 * @param needsOffice whether it waits for a person to say which office works it
 */
public record Parked(UUID id, UUID application, String type, Instant parkedAt, int attempts, Instant nextTryAt,
        String reason, boolean needsOffice) {}

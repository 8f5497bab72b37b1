package jp.madoguchi.portal.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction request (補正).
 *
 * @param draft where it is answered, null once that is closed
 */
public record CorrectionRequested(UUID id, String reason, LocalDate answerBy, Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt, @Nullable UUID draft) {

    public boolean isOpen() {
        return answeredAt == null && closedAt == null;
    }

    CorrectionRequested answeredIn(@Nullable UUID draft) {
        return new CorrectionRequested(id, reason, answerBy, askedAt, answeredAt, closedAt, draft);
    }
}

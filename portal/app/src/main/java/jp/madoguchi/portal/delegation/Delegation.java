package jp.madoguchi.portal.delegation;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to fill in a part of an application (依頼).
 *
 * @param draft of the applicant who asks
 * @param field the question that what they fill in answers
 * @param procedure whose form they fill in
 * @param asker the name of the applicant; the other person learns nothing else of them
 * @param mailedTo where the link was mailed, null where the applicant hands it on
 * @param completedBy as the other person named themselves, null before
 * @param paper what they handed in as a PDF, null before
 */
public record Delegation(UUID id, UUID draft, FieldPath field, ProcedureId procedure, String asker,
        @Nullable String mailedTo, Instant askedAt, Instant expiresAt, @Nullable Instant openedAt,
        @Nullable Instant completedAt, @Nullable String completedBy, @Nullable UUID paper,
        @Nullable Instant withdrawnAt) {

    /** How it stands. */
    public enum Stage {
        SENT, OPENED, COMPLETED, EXPIRED, WITHDRAWN
    }

    public Stage stage(Instant now) {
        if (completedAt != null) {
            return Stage.COMPLETED;
        }
        if (withdrawnAt != null) {
            return Stage.WITHDRAWN;
        }
        if (!expiresAt.isAfter(now)) {
            return Stage.EXPIRED;
        }
        return openedAt == null ? Stage.SENT : Stage.OPENED;
    }

    /** Whether the other person may still hand in. */
    public boolean isWaiting(Instant now) {
        var stage = stage(now);
        return stage == Stage.SENT || stage == Stage.OPENED;
    }
}

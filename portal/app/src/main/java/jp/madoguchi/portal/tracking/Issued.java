package jp.madoguchi.portal.tracking;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A document issued to an applicant.
 *
 * @param sha256 lower-case hex
 * @param availableAt when it was recorded in the applicant's file, null before the update that announces it
 * @param viewedAt when it was first opened, null if never
 * @param downloadedAt when it was first downloaded, null if never
 * @param voidedAt when its decision was taken up again, null while it stands
 */
public record Issued(UUID id, UUID submission, String name, long bytes, String sha256, @Nullable Instant availableAt,
        @Nullable Instant viewedAt, @Nullable Instant downloadedAt, @Nullable Instant voidedAt) {

    public boolean isVoid() {
        return voidedAt != null;
    }
}

package jp.madoguchi.backoffice.casework;

import java.util.UUID;
import jp.madoguchi.platform.content.PictureSize;
import org.jspecify.annotations.Nullable;

/**
 * An attachment whose bytes already stand in the back office's object store.
 *
 * @param question path of the answer it belongs to
 * @param size of a picture, 0 by 0 where it could not be read; null for what is none
 * @param sha256 lower-case hex, verified when the bytes were taken over
 */
public record ReceivedFile(UUID id, String question, String name, long bytes, String sha256, String mediaType,
        String storeKey, @Nullable PictureSize size) {

    /** The same, as a picture of this size. */
    public ReceivedFile of(PictureSize known) {
        return new ReceivedFile(id, question, name, bytes, sha256, mediaType, storeKey, known);
    }
}

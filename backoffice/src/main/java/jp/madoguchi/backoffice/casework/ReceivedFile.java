package jp.madoguchi.backoffice.casework;

import java.util.UUID;

/**
 * An attachment whose bytes already stand in the back office's object store.
 *
 * @param question path of the answer it belongs to
 * @param sha256 lower-case hex, verified when the bytes were taken over
 */
public record ReceivedFile(UUID id, String question, String name, long bytes, String sha256, String mediaType,
        String storeKey) {}

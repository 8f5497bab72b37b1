package jp.madoguchi.portal.upload;

import java.util.UUID;

/**
 * A file that is durably stored.
 *
 * @param field where it belongs, as a printed field path
 * @param sha256 lower-case hex
 */
public record Attachment(UUID id, String field, String name, long bytes, String sha256, String mediaType) {

    static String key(UUID id) {
        return "attachments/" + id;
    }
}

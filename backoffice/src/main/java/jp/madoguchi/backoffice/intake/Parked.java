package jp.madoguchi.backoffice.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A consignment that waits, as the administrator sees it.
 *
 * @param needsOffice whether it waits for a person to say which office works it
 */
public record Parked(UUID id, UUID application, String type, Instant parkedAt, int attempts, Instant nextTryAt,
        String reason, boolean needsOffice) {

    /** The kind in words. */
    public String kind() {
        return kind(type);
    }

    /** What residents know as such; a kind that is not known here goes by its own name. */
    static String kind(String type) {
        return switch (type) {
            case "submitted" -> "申請";
            case "corrected" -> "訂正";
            case "withdrawn" -> "取り下げ";
            case "message" -> "申請者からの連絡";
            case "notice-opened" -> "通知書を開いた知らせ";
            case "notice-way-chosen" -> "通知書の受け取り方";
            default -> type;
        };
    }
}

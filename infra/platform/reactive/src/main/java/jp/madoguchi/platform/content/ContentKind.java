package jp.madoguchi.platform.content;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file the city takes as attachments, and the ones it can tell apart from them. */
public enum ContentKind {

    PDF("application/pdf", "pdf", true), JPEG("image/jpeg", "jpg", true), PNG("image/png", "png", true), HEIC(
            "image/heic", "heic", false), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "xlsx",
                    false),
    /** A ZIP archive that is none of the above. */
    ZIP("application/zip", "zip", false),
    /** Anything else, including programs and scripts. */
    OTHER("application/octet-stream", "bin", false);

    private final String mediaType;
    private final String extension;
    private final boolean viewable;

    ContentKind(String mediaType, String extension, boolean viewable) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.viewable = viewable;
    }

    /** The media type to store and serve; never the one the sender claimed. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual file name ending, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether common browsers show it in a page. */
    public boolean viewable() {
        return viewable;
    }

    /** The kind stored under this media type; empty if it is none of these. */
    public static Optional<ContentKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }

    /** The kind for a name ending such as {@code jpg}, any case; {@code jpeg} and {@code heif} count too. */
    public static Optional<ContentKind> ofExtension(String extension) {
        return switch (extension.toLowerCase(java.util.Locale.ROOT)) {
            case "pdf" -> Optional.of(PDF);
            case "jpg", "jpeg" -> Optional.of(JPEG);
            case "png" -> Optional.of(PNG);
            case "heic", "heif" -> Optional.of(HEIC);
            case "xlsx" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }
}

package jp.madoguchi.platform.content;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file the city takes as attachments, and the ones it can tell apart from them. */
public enum ContentKind {

    PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg"), PNG("image/png", "png"), HEIC("image/heic",
            "heic"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** A ZIP archive that is none of the above. */
    ZIP("application/zip", "zip"),
    /** Anything else, including programs and scripts. */
    OTHER("application/octet-stream", "bin");

    private final String mediaType;
    private final String extension;

    ContentKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type to store and serve; never the one the sender claimed. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual file name ending, without the dot. */
    public String extension() {
        return extension;
    }

    /** The kind stored under this media type; empty if it is none of these. */
    public static Optional<ContentKind> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }
}

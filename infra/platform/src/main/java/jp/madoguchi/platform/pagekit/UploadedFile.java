package jp.madoguchi.platform.pagekit;

import java.util.Locale;

/**
 * A file already attached.
 *
 * @param name  name given by the sender
 * @param bytes size
 * @param href  where to look at it, empty if it cannot be looked at
 * @param token value posted under the remove button's name to remove it
 */
public record UploadedFile(String name, long bytes, String href, String token) {

    /** Size in words, such as 「1.2 MB」 (decimal units). */
    public String size() {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? bytes / 1_000 + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}

package jp.madoguchi.platform.pagekit;

/**
 * A file already attached.
 *
 * @param name  name given by the sender
 * @param bytes size
 * @param href  where to look at it, empty if it cannot be looked at
 * @param token value posted under the remove button's name to remove it
 */
public record UploadedFile(String name, long bytes, String href, String token) {

    /** Size in words, such as 「1.2 MB」; a megabyte here is 1,048,576 bytes, as file managers count. */
    public String size() {
        return size(bytes);
    }

    /** The same for any number of bytes from 0. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + "\u00A0B";
        }
        if (bytes < 1024 * 1024) {
            return bytes / 1024 + "\u00A0KB";
        }
        long tenths = bytes * 10 / (1024 * 1024);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "\u00A0MB";
    }
}

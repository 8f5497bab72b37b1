package jp.madoguchi.platform.content;

import java.nio.charset.StandardCharsets;
import org.apache.tika.Tika;

/**
 * Tells a file's kind from its first bytes. A name is used only to tell an Excel book from another ZIP archive, whose first bytes are
 * alike; it can never turn a file into something its bytes deny.
 */
public final class ContentDetector {

    /** How many bytes from the start are worth looking at. */
    public static final int HEAD_BYTES = 8192;

    private static final Tika MAGIC = new Tika();

    /**
     * @param head the first bytes of the file, at most {@link #HEAD_BYTES} are needed; fewer when the file is shorter
     * @param name the file name as sent
     */
    public ContentKind detect(byte[] head, String name) {
        if (head.length == 0) {
            return ContentKind.OTHER;
        }
        return switch (MAGIC.detect(head)) {
            case "application/pdf" -> startsAsPdf(head) ? ContentKind.PDF : ContentKind.OTHER;
            case "image/jpeg" -> ContentKind.JPEG;
            case "image/png" -> ContentKind.PNG;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> ContentKind.HEIC;
            case "application/zip", "application/x-tika-ooxml" -> zip(head, name);
            default -> ContentKind.OTHER;
        };
    }

    /** Tika also accepts a PDF mark far inside the file, where another format may hide before it. */
    private static boolean startsAsPdf(byte[] head) {
        return new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1).stripLeading()
                .startsWith("%PDF-");
    }

    private static ContentKind zip(byte[] head, String name) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean office = text.contains("[Content_Types].xml") || text.contains("_rels/.rels") || text.contains("xl/");
        boolean named = name.toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx");
        boolean otherOffice = text.contains("word/") || text.contains("ppt/") || text.contains("vbaProject");
        return office && named && !otherOffice ? ContentKind.XLSX : ContentKind.ZIP;
    }
}

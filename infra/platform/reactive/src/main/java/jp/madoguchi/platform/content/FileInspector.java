package jp.madoguchi.platform.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a whole file before it is taken: what it is, and whether a clerk can open it without harm. The file is mapped, not read into
 * memory; what is unpacked is bounded. Blocks: not for event loops.
 */
public final class FileInspector {

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
            (byte) 0xE1};

    private final ContentDetector detector = new ContentDetector();

    /**
     * @param name as sent; tells an Excel book from another archive only where the archive is broken
     * @throws IOException if it cannot be read
     */
    public Inspection inspect(Path file, String name) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ); var arena = Arena.ofConfined()) {
            var content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
            if (startsWith(content, OLE)) {
                return ole(content);
            }
            var kind = detector.detect(head(content), name);
            return switch (kind) {
                case PDF -> new Inspection(kind, PdfLook.at(content));
                case XLSX, ZIP -> BookLook.at(file, kind);
                case JPEG, PNG, HEIC -> new Inspection(kind, picture(kind, content));
                case OTHER -> new Inspection(kind, null);
            };
        }
    }

    /** The structured storage of Microsoft, 2.2 of MS-CFB: old books, and what encrypts the new ones (MS-OFFCRYPTO 2.3.2). */
    private static Inspection ole(ByteBuffer content) {
        var text = new Latin(content);
        return new Inspection(ContentKind.XLSX,
                text.indexOf(utf16("EncryptedPackage"), 0) >= 0 ? Flaw.LOCKED : Flaw.OLD_FORMAT);
    }

    private static @Nullable Flaw picture(ContentKind kind, ByteBuffer content) throws IOException {
        try {
            Picture.of(kind).clean(content, piece -> {});
            return null;
        } catch (DamagedPicture | IndexOutOfBoundsException damaged) {
            return Flaw.DAMAGED;
        }
    }

    private static byte[] head(ByteBuffer content) {
        var head = new byte[Math.min(ContentDetector.HEAD_BYTES, content.limit())];
        content.get(0, head);
        return head;
    }

    private static boolean startsWith(ByteBuffer content, byte[] mark) {
        return content.limit() >= mark.length && content.slice(0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static String utf16(String ascii) {
        var text = new StringBuilder();
        ascii.chars().forEach(one -> text.append((char) one).append('\0'));
        return text.toString();
    }
}

package jp.madoguchi.platform.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): chunks of a length, four letters, data and a checksum. */
final class PngPicture implements Picture {

    private static final int FIRST_CHUNK = 8;
    private static final int FRAME = 12;
    /** What is needed to draw it in its colours; texts, times and all that is private to some program is not. */
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP",
            "sBIT",
            "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

    private record Chunk(String name, int start, int length) {

        int end() {
            return start + FRAME + length;
        }
    }

    @Override
    public void clean(ByteBuffer content, Sink sink) throws IOException {
        int orientation = orientation(content);
        sink.write(content.slice(0, FIRST_CHUNK));
        Chunk chunk;
        int at = FIRST_CHUNK;
        do {
            chunk = chunk(content, at);
            verify(content, chunk);
            if (KEPT.contains(chunk.name())) {
                sink.write(content.slice(chunk.start(), FRAME + chunk.length()));
            }
            if (chunk.name().equals("IHDR") && orientation != 1) {
                sink.write(turned(orientation));
            }
            at = chunk.end();
        } while (!chunk.name().equals("IEND"));
    }

    private static int orientation(ByteBuffer content) {
        Chunk chunk;
        int at = FIRST_CHUNK;
        do {
            chunk = chunk(content, at);
            if (chunk.name().equals("eXIf")) {
                return Exif.orientation(content.slice(chunk.start() + 8, chunk.length()));
            }
            at = chunk.end();
        } while (!chunk.name().equals("IEND"));
        return 1;
    }

    private static ByteBuffer turned(int orientation) {
        var tiff = Exif.only(orientation);
        var chunk = ByteBuffer.allocate(FRAME + tiff.remaining()).putInt(tiff.remaining())
                .put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        chunk.putInt(checksum(chunk.slice(4, chunk.position() - 4)));
        return chunk.flip();
    }

    private static Chunk chunk(ByteBuffer content, int at) {
        if (at + FRAME > content.limit()) {
            throw new DamagedPicture("no end");
        }
        int length = content.getInt(at);
        if (length < 0 || (long) at + FRAME + length > content.limit()) {
            throw new DamagedPicture("chunk cut off");
        }
        var name = new byte[4];
        content.get(at + 4, name);
        return new Chunk(new String(name, StandardCharsets.ISO_8859_1), at, length);
    }

    private static void verify(ByteBuffer content, Chunk chunk) {
        if (checksum(content.slice(chunk.start() + 4, 4 + chunk.length())) != content.getInt(chunk.end() - 4)) {
            throw new DamagedPicture("checksum");
        }
    }

    private static int checksum(ByteBuffer bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public Optional<PictureSize> size(ByteBuffer beginning) {
        var header = chunk(beginning, FIRST_CHUNK);
        return header.name().equals("IHDR") && header.length() >= 8
                ? Optional.of(new PictureSize(beginning.getInt(header.start() + 8) & 0xFFFF_FFFFL,
                        beginning.getInt(header.start() + 12) & 0xFFFF_FFFFL))
                : Optional.empty();
    }
}

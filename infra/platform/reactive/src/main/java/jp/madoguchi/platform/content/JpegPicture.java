package jp.madoguchi.platform.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JPEG (ITU-T T.81, annex B): segments, each with a marker and mostly a length, and between them the packed picture. */
final class JpegPicture implements Picture {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    /** @param length of what follows the marker, with the two bytes of the length itself; 0 where none follows */
    private record Segment(int marker, int start, int length) {

        int end() {
            return start + 2 + length;
        }

    }

    @Override
    public void clean(ByteBuffer content, Sink sink) throws IOException {
        var orientation = orientation(content);
        boolean told = orientation == 1;
        sink.write(content.slice(0, 2));
        var segment = next(content, 2);
        while (segment.marker() != EOI) {
            if (!told && segment.marker() != APP0) {
                sink.write(turned(orientation));
                told = true;
            }
            if (segment.marker() == APP0 && has(content, segment, "JFIF\0")) {
                sink.write(withoutThumbnail(content, segment));
            } else if (isKept(content, segment)) {
                sink.write(content.slice(segment.start(), segment.end() - segment.start()));
            }
            int end = segment.end();
            if (segment.marker() == SOS) {
                end = endOfScan(content, end);
                sink.write(content.slice(segment.end(), end - segment.end()));
            }
            segment = next(content, end);
        }
        // Behind the end, telephones put films, depths and second pictures with their own places and times.
        sink.write(content.slice(segment.start(), 2));
    }

    /** What pictures need to be drawn right: tables, frames, scans, the colour profile and Adobe's note on colours. */
    private static boolean isKept(ByteBuffer content, Segment segment) {
        int marker = segment.marker();
        if (marker == APP2) {
            return has(content, segment, "ICC_PROFILE\0");
        }
        if (marker == APP14) {
            return has(content, segment, "Adobe");
        }
        return (marker < APP0 || marker > APP15) && marker != COMMENT;
    }

    private static int orientation(ByteBuffer content) {
        if (content.limit() < 4 || (content.getShort(0) & 0xFFFF) != 0xFFD8) {
            throw new DamagedPicture("no start");
        }
        for (var segment = next(content, 2); segment.marker() != EOI
                && segment.marker() != SOS; segment = next(content, segment.end())) {
            if (segment.marker() == APP1 && has(content, segment, "Exif\0")) {
                return Exif.orientation(content.slice(segment.start() + 10, Math.max(0, segment.length() - 8)));
            }
        }
        return 1;
    }

    private static ByteBuffer turned(int orientation) {
        var tiff = Exif.only(orientation);
        return ByteBuffer.allocate(10 + tiff.remaining()).putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.remaining()))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff).flip();
    }

    private static ByteBuffer withoutThumbnail(ByteBuffer content, Segment segment) {
        if (segment.length() < 16) {
            throw new DamagedPicture("JFIF cut short");
        }
        var kept = ByteBuffer.allocate(18).putShort((short) 0xFFE0).putShort((short) 16);
        kept.put(content.slice(segment.start() + 4, 12)).putShort((short) 0);
        return kept.flip();
    }

    private static boolean has(ByteBuffer content, Segment segment, String mark) {
        var bytes = mark.getBytes(StandardCharsets.US_ASCII);
        return segment.length() >= 2 + bytes.length
                && content.slice(segment.start() + 4, bytes.length).equals(ByteBuffer.wrap(bytes));
    }

    /** The next segment; bytes that belong to none are passed over, as decoders do. */
    private static Segment next(ByteBuffer content, int from) {
        int at = from;
        while (at + 1 < content.limit()) {
            int marker = content.get(at + 1) & 0xFF;
            if ((content.get(at) & 0xFF) != 0xFF || marker == 0xFF || marker == 0) {
                at++;
                continue;
            }
            if (marker == EOI || marker == 1 || marker >= 0xD0 && marker <= SOI) {
                return new Segment(marker, at, 0);
            }
            int length = at + 4 <= content.limit() ? content.getShort(at + 2) & 0xFFFF : 0;
            if (length < 2 || at + 2 + length > content.limit()) {
                throw new DamagedPicture("segment cut off");
            }
            return new Segment(marker, at, length);
        }
        throw new DamagedPicture("no end");
    }

    /** Within a scan FF stands only before 00 and the restart marks. */
    private static int endOfScan(ByteBuffer content, int from) {
        for (int at = from; at + 1 < content.limit(); at++) {
            if (content.get(at) == (byte) 0xFF) {
                int next = content.get(at + 1) & 0xFF;
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return at;
                }
            }
        }
        throw new DamagedPicture("scan cut off");
    }

    @Override
    public Optional<PictureSize> size(ByteBuffer beginning) {
        for (var segment = next(beginning, 2); segment.marker() != EOI
                && segment.marker() != SOS; segment = next(beginning, segment.end())) {
            int marker = segment.marker();
            // Frames C0 to CF, without the tables C4, C8 and CC among them.
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
                    && segment.length() >= 7) {
                return Optional.of(new PictureSize(beginning.getShort(segment.start() + 7) & 0xFFFF,
                        beginning.getShort(segment.start() + 5) & 0xFFFF));
            }
        }
        return Optional.empty();
    }
}

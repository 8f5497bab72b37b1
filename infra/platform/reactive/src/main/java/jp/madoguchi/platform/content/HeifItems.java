package jp.madoguchi.platform.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jp.madoguchi.platform.content.HeifPicture.Box;
import jp.madoguchi.platform.content.HeifPicture.Span;

/** Which items of a HEIF file are notes of the camera, and where they lie (ISO/IEC 14496-12, 8.11.3 and 8.11.6). */
final class HeifItems {

    /** Exif has an item type of its own; XMP is one of those of a media type. */
    private static final Set<String> NOTES = Set.of("Exif", "mime");

    private final ByteBuffer content;
    private final List<Box> meta;

    private HeifItems(ByteBuffer content, Box meta) {
        this.content = content;
        this.meta = Box.within(content, meta.start() + 4, meta.end());
    }

    static HeifItems of(ByteBuffer content, Box meta) {
        return new HeifItems(content, meta);
    }

    List<Span> notes() {
        var notes = noteIds();
        var spans = new ArrayList<Span>();
        if (!notes.isEmpty()) {
            meta.stream().filter(box -> box.name().equals("iloc")).forEach(box -> locate(box, notes, spans));
        }
        return spans;
    }

    private Set<Long> noteIds() {
        var ids = new HashSet<Long>();
        for (var box : meta) {
            if (box.name().equals("iinf")) {
                var reader = new Reader(box);
                int version = reader.version();
                reader.number(version == 0 ? 2 : 4);
                Box.within(content, reader.at, box.end()).stream().filter(entry -> entry.name().equals("infe"))
                        .forEach(entry -> note(entry, ids));
            }
        }
        return ids;
    }

    private void note(Box entry, Set<Long> ids) {
        var reader = new Reader(entry);
        int version = reader.version();
        if (version < 2) {
            return;
        }
        long id = reader.number(version == 2 ? 2 : 4);
        reader.number(2);
        if (NOTES.contains(reader.letters())) {
            ids.add(id);
        }
    }

    private void locate(Box box, Set<Long> notes, List<Span> spans) {
        var reader = new Reader(box);
        int version = reader.version();
        int sizes = (int) reader.number(2);
        int offset = sizes >> 12 & 15;
        int length = sizes >> 8 & 15;
        int base = sizes >> 4 & 15;
        int index = version == 0 ? 0 : sizes & 15;
        long items = reader.number(version < 2 ? 2 : 4);
        for (long i = 0; i < items; i++) {
            long id = reader.number(version < 2 ? 2 : 4);
            long method = version == 0 ? 0 : reader.number(2) & 15;
            reader.number(2);
            long from = reader.number(base);
            long extents = reader.number(2);
            for (long e = 0; e < extents; e++) {
                reader.number(index);
                long start = from + reader.number(offset);
                long bytes = reader.number(length);
                if (notes.contains(id)) {
                    spans.add(span(method, start, bytes));
                }
            }
        }
    }

    private Span span(long method, long start, long bytes) {
        long within = switch ((int) method) {
            case 0 -> 0;
            case 1 -> meta.stream().filter(box -> box.name().equals("idat")).findFirst()
                    .orElseThrow(() -> new DamagedPicture("no data")).start();
            default -> throw new DamagedPicture("notes made of other items");
        };
        long from = within + start;
        // A length of 0 is the rest of the file, which no camera's note is.
        if (start < 0 || bytes <= 0 || from + bytes > content.limit() || from + bytes < 0) {
            throw new DamagedPicture("item cut off");
        }
        return new Span((int) from, (int) (from + bytes));
    }

    private final class Reader {

        private final int end;
        private int at;

        Reader(Box box) {
            this.at = box.start();
            this.end = box.end();
        }

        int version() {
            return (int) (number(4) >> 24);
        }

        long number(int bytes) {
            if (at + bytes > end) {
                throw new DamagedPicture("box too short");
            }
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                value = value << 8 | content.get(at + i) & 0xFF;
            }
            at += bytes;
            return value;
        }

        String letters() {
            var letters = new byte[4];
            if (at + 4 > end) {
                throw new DamagedPicture("box too short");
            }
            content.get(at, letters);
            at += 4;
            return new String(letters, StandardCharsets.ISO_8859_1);
        }
    }
}

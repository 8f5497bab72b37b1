package jp.madoguchi.platform.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HEIF (ISO/IEC 23008-12): boxes within boxes. Places in the file are named by their offsets, so nothing is cut out: what has to go is
 * written over with zeros. Which way is up is a property of the picture and no part of what the camera noted.
 */
final class HeifPicture implements Picture {

    private static final int MOST_DEPTH = 8;
    private static final Set<String> NOTES = Set.of("udta", "uuid");
    private static final Set<String> MOVIE = Set.of("moov", "trak", "mdia", "minf", "stbl");

    @Override
    public void clean(ByteBuffer content, Sink sink) throws IOException {
        var gone = new ArrayList<Span>();
        var boxes = Box.within(content, 0, content.limit());
        var meta = boxes.stream().filter(box -> box.name().equals("meta")).findFirst()
                .orElseThrow(() -> new DamagedPicture("no picture"));
        notes(content, boxes, 0, gone);
        HeifItems.of(content, meta).notes().forEach(gone::add);
        gone.sort(java.util.Comparator.comparingInt(Span::start));
        int at = 0;
        for (var span : gone) {
            if (span.start() > at) {
                sink.write(content.slice(at, span.start() - at));
            }
            int from = Math.max(at, span.start());
            if (span.end() > from) {
                sink.write(ByteBuffer.allocate(span.end() - from));
                at = span.end();
            }
        }
        sink.write(content.slice(at, content.limit() - at));
    }

    /** Notes of films and of programs, at any depth. */
    private static void notes(ByteBuffer content, List<Box> boxes, int depth, List<Span> gone) {
        for (var box : boxes) {
            if (NOTES.contains(box.name()) || depth > 0 && box.name().equals("meta")) {
                gone.add(box.content());
            } else if (depth < MOST_DEPTH && MOVIE.contains(box.name())) {
                notes(content, Box.within(content, box.start(), box.end()), depth + 1, gone);
            }
        }
    }

    @Override
    public Optional<PictureSize> size(ByteBuffer beginning) {
        return Box.beginning(beginning).stream().filter(box -> box.name().equals("meta")).findFirst()
                .flatMap(meta -> Box.within(beginning, meta.start() + 4, meta.end()).stream()
                        .filter(box -> box.name().equals("iprp"))
                        .flatMap(box -> Box.within(beginning, box.start(), box.end()).stream())
                        .filter(box -> box.name().equals("ipco"))
                        .flatMap(box -> Box.within(beginning, box.start(), box.end()).stream())
                        .filter(box -> box.name().equals("ispe") && box.end() - box.start() >= 12)
                        .map(box -> new PictureSize(beginning.getInt(box.start() + 4) & 0xFFFF_FFFFL,
                                beginning.getInt(box.start() + 8) & 0xFFFF_FFFFL))
                        .max(java.util.Comparator.comparingLong(PictureSize::pixels)));
    }

    /** Bytes from the first to before the last. */
    record Span(int start, int end) {}

    /** A box by the bytes of its content. */
    record Box(String name, int start, int end) {

        Span content() {
            return new Span(start, end);
        }

        static List<Box> within(ByteBuffer content, int from, int to) {
            var boxes = new ArrayList<Box>();
            for (int at = from; at < to;) {
                var box = at(content, at, to);
                if (box.end() > to) {
                    throw new DamagedPicture("box cut off");
                }
                boxes.add(box);
                at = box.end();
            }
            return boxes;
        }

        /** The whole boxes of which the beginning of a file is there. */
        static List<Box> beginning(ByteBuffer content) {
            var boxes = new ArrayList<Box>();
            for (int at = 0; at + 8 <= content.limit();) {
                var box = at(content, at, content.limit());
                if (box.end() > content.limit()) {
                    break;
                }
                boxes.add(box);
                at = box.end();
            }
            return boxes;
        }

        private static Box at(ByteBuffer content, int at, int to) {
            if (at + 8 > to) {
                throw new DamagedPicture("box cut off");
            }
            var name = new byte[4];
            content.get(at + 4, name);
            long size = content.getInt(at) & 0xFFFF_FFFFL;
            int header = 8;
            if (size == 1) {
                if (at + 16 > to) {
                    throw new DamagedPicture("box cut off");
                }
                size = content.getLong(at + 8);
                header = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < header || size > Integer.MAX_VALUE - at) {
                throw new DamagedPicture("box without end");
            }
            return new Box(new String(name, java.nio.charset.StandardCharsets.ISO_8859_1), at + header,
                    (int) (at + size));
        }
    }
}

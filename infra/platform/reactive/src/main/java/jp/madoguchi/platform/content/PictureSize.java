package jp.madoguchi.platform.content;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Width and height in pixels, both from 0 to 2³² - 1. */
public record PictureSize(long width, long height) {

    /** How much of the beginning of a file is enough to find its size: what stands before it are colour profiles. */
    public static final int BEGINNING_BYTES = 1024 * 1024;
    /**
     * The largest camera of a telephone makes 200 megapixels, which no office needs and few computers draw; a scan of A3 at 600 dots per inch
     * has 70 million pixels.
     */
    public static final long MOST_SHOWN = 80_000_000;
    /** Browsers draw no longer edge. */
    private static final long LONGEST_SHOWN = 16_384;

    /** Of a picture of that kind; empty if its size is not found. */
    public static Optional<PictureSize> of(ContentKind kind, ByteBuffer beginning) {
        try {
            return switch (kind) {
                case JPEG, PNG, HEIC -> Picture.of(kind).size(beginning);
                default -> Optional.empty();
            };
        } catch (DamagedPicture | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    public long pixels() {
        return Math.multiplyExact(Math.min(width, Integer.MAX_VALUE), Math.min(height, Integer.MAX_VALUE));
    }

    /** Whether a browser can draw it without exhausting the computer it runs on: 4 bytes a pixel. */
    public boolean canBeShown() {
        return width > 0 && height > 0 && width <= LONGEST_SHOWN && height <= LONGEST_SHOWN && pixels() <= MOST_SHOWN;
    }
}

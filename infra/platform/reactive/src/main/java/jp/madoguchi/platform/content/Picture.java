package jp.madoguchi.platform.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What has to be known of a format of pictures. Offsets and sizes are checked against the content: it comes from strangers. */
sealed interface Picture permits JpegPicture, PngPicture, HeifPicture {

    /** Takes pieces of a file in their order. */
    interface Sink {
        void write(ByteBuffer piece) throws IOException;
    }

    static Picture of(ContentKind kind) {
        return switch (kind) {
            case JPEG -> new JpegPicture();
            case PNG -> new PngPicture();
            case HEIC -> new HeifPicture();
            default -> throw new IllegalArgumentException("no picture: " + kind);
        };
    }

    /**
     * Copies the picture bit for bit, without what the camera wrote beside it; which way is up is kept.
     *
     * @throws DamagedPicture if it is broken or cut off
     */
    void clean(ByteBuffer content, Sink sink) throws IOException;

    /** How large it is; empty if that does not stand in what is there of it, which may be only the beginning. */
    Optional<PictureSize> size(ByteBuffer beginning);
}

package jp.madoguchi.platform.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes out of photos what the camera wrote beside the picture: where and when it was taken, with what, by whom, small second pictures.
 * The picture itself stays as it is, bit for bit, and so does which way is up. Blocks: not for event loops.
 */
public final class Photos {

    private Photos() {}

    /**
     * @param from a picture in which {@link FileInspector} found no flaw
     * @param to written anew
     * @return whether there is a picture of this kind to clean; otherwise nothing is written
     */
    public static boolean clean(ContentKind kind, Path from, Path to) throws IOException {
        switch (kind) {
            case JPEG, PNG, HEIC -> {
                try (var in = FileChannel.open(from, StandardOpenOption.READ);
                        var arena = Arena.ofConfined();
                        var out = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING)) {
                    Picture.of(kind).clean(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena).asByteBuffer(),
                            piece -> {
                                while (piece.hasRemaining()) {
                                    out.write(piece);
                                }
                            });
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}

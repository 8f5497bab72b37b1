package jp.madoguchi.portal.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import jp.madoguchi.platform.store.StoreSettings;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** One upload in a folder of its own on the local disk, as it came and as it is going to be stored. Blocks. */
final class Spooled implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private Spooled(Path folder) throws IOException {
        this.folder = folder;
        this.channel = FileChannel.open(sent(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    static Spooled open(StoreSettings settings) {
        try {
            var place = settings.spool();
            if (place == null) {
                return new Spooled(Files.createTempDirectory("madoguchi-sent-"));
            }
            Files.createDirectories(place);
            return new Spooled(Files.createTempDirectory(place, "sent-"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes one buffer and releases it. */
    void take(DataBuffer buffer) {
        try (var pieces = buffer.readableByteBuffers()) {
            while (pieces.hasNext()) {
                ByteBuffer piece = pieces.next();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** As it came. */
    Path sent() {
        return folder.resolve("sent");
    }

    /** Where what is stored instead may be written. */
    Path cleaned() {
        return folder.resolve("cleaned");
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(sent());
            Files.deleteIfExists(cleaned());
            Files.deleteIfExists(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package jp.madoguchi.platform.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * One upload on its way, in a temporary file: counted, hashed and looked at while it arrives. Not safe for use by two threads at once;
 * Reactor hands the buffers over one by one.
 */
final class Spool implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.begin();
    private final HeadCheck check;
    private final long limitBytes;
    private byte[] head = new byte[0];
    private long size;
    private @Nullable String contentType;

    private Spool(Path file, FileChannel channel, HeadCheck check, long limitBytes) {
        this.file = file;
        this.channel = channel;
        this.check = check;
        this.limitBytes = limitBytes;
    }

    static Spool open(@Nullable Path folder, HeadCheck check, long limitBytes) {
        try {
            Path file;
            if (folder == null) {
                file = Files.createTempFile("madoguchi-upload-", ".part");
            } else {
                Files.createDirectories(folder);
                file = Files.createTempFile(folder, "upload-", ".part");
            }
            return new Spool(file, FileChannel.open(file, StandardOpenOption.WRITE), check, limitBytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes one buffer and releases it. */
    void take(DataBuffer buffer) {
        try {
            int count = buffer.readableByteCount();
            size += count;
            if (size > limitBytes) {
                throw new Refusal.TooLarge("file-too-large",
                        "ファイルが大きすぎます。%s以下のファイルを選んでください。".formatted(readable(limitBytes)), limitBytes);
            }
            byte[] bytes = new byte[count];
            buffer.read(bytes);
            digest.update(bytes);
            look(bytes);
            java.nio.ByteBuffer out = java.nio.ByteBuffer.wrap(bytes);
            while (out.hasRemaining()) {
                channel.write(out);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private void look(byte[] bytes) {
        if (contentType != null) {
            return;
        }
        int taken = Math.min(bytes.length, HeadCheck.HEAD_BYTES - head.length);
        int before = head.length;
        head = Arrays.copyOf(head, before + taken);
        System.arraycopy(bytes, 0, head, before, taken);
        if (head.length == HeadCheck.HEAD_BYTES) {
            contentType = check.contentType(head);
        }
    }

    /** Closes the file for reading and says what is in it. */
    Stored finish(String key) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String type = contentType;
        if (type == null) {
            type = check.contentType(head);
            contentType = type;
        }
        return new Stored(key, size, Sha256.hex(digest), type);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String readable(long bytes) {
        return bytes >= 1024 * 1024
                ? String.format(Locale.ROOT, "%dMB", bytes / (1024 * 1024))
                : String.format(Locale.ROOT, "%dKB", Math.max(1, bytes / 1024));
    }

    /** Of a whole file, as lower-case hex. */
    static String sha256(Path file) throws IOException {
        var digest = Sha256.begin();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }
}

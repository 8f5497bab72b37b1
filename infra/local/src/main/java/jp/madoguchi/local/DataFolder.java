package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/** The folder that keeps the town between runs, held by one running town at a time. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder. The operating system gives it back when this program ends, in whatever way. */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("town.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new TownRefused("データフォルダー " + folder + " は別に起動中の町が使っています。madoguchi.data-dir で変えられます。"
                        + " / The data folder is in use by another running town; choose another with --madoguchi.data-dir=…");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new TownRefused(
                    "データフォルダーを使えません / Cannot use the data folder (madoguchi.data-dir): " + folder + ": " + e,
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this same program.
            return null;
        }
    }

    Path database() {
        return folder.resolve("postgres");
    }

    Path objects() {
        return folder.resolve("objects");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path processes() {
        return folder.resolve("processes");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

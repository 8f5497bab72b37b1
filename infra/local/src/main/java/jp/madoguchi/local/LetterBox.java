package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every mail the town has sent, one file each, so that a restart keeps them. */
final class LetterBox {

    private final Path folder;
    private final InstantSource clock;
    private long latest;

    LetterBox(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the mail folder " + folder, e);
        }
    }

    /** Writes the letter whole or not at all. Names are times in milliseconds, so they sort as they came. */
    synchronized void keep(byte[] letter) throws IOException {
        latest = Math.max(latest + 1, clock.millis());
        var draft = folder.resolve(latest + ".part");
        Files.write(draft, letter);
        Files.move(draft, folder.resolve(latest + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All letters, newest first. */
    List<ReceivedLetter> newestFirst() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.eml"))
                    .sorted(Comparator.comparing(LetterBox::number).reversed()).map(this::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mail folder " + folder, e);
        }
    }

    Optional<ReceivedLetter> letter(String id) {
        var file = folder.resolve(id + ".eml");
        return id.matches("\\d{1,18}") && Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private ReceivedLetter read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return ReceivedLetter.read(Long.toString(number(file)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static long number(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }
}

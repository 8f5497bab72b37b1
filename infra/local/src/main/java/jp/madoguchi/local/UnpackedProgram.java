package jp.madoguchi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import org.springframework.util.FileSystemUtils;

/**
 * A program as the image has it: unpacked into a folder of its own, with the cache of its training run beside it. The folder is
 * named after what the cache depends on, so that a cache is never used for anything else.
 *
 * @param jar the program's own classes; its libraries lie in {@code lib} beside it
 */
record UnpackedProgram(Path folder, Path jar) {

    /** Of the SHA-256 that names the folder, in hexadecimal digits. */
    private static final int SHORT = 16;

    /**
     * Unpacks the program, unless it lies there from an earlier start, and deletes what was unpacked from other jars.
     *
     * @param packed the runnable jar
     * @param home of the folders of all programs; nobody else may unpack there at the same time
     * @param trainer the script that makes the cache, if any does
     */
    static UnpackedProgram of(Program program, Path packed, Path home, Optional<Path> trainer) {
        if (!Files.isRegularFile(packed)) {
            throw new TownRefused("プログラムがまだ作られていません。README のコマンドで起動してください / The program has not been built, "
                    + "start the town with the README's command: " + packed);
        }
        try {
            Files.createDirectories(home);
            var folder = home.resolve(program.label() + "-" + fingerprint(packed, trainer).substring(0, SHORT));
            for (var other : entries(home, program.label() + "-*")) {
                if (!other.equals(folder)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
            if (!Files.exists(folder)) {
                var part = home.resolve(program.label() + "-part");
                unpack(packed, part);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new UnpackedProgram(folder, entries(folder, "*.jar").getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(packed + " could not be unpacked into " + home, e);
        }
    }

    /** How the JVM is told of the cache: not at all where there is none. */
    List<String> cacheOptions() {
        return isTrained() ? List.of("-XX:AOTCache=" + cache(), "-Xlog:aot*=error") : List.of();
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    private Path cache() {
        return folder.resolve("program.aot");
    }

    /** Of the jar's table of contents, which has the checksum of each entry, of this JVM and of the script; reads a few kilobytes. */
    private static String fingerprint(Path packed, Optional<Path> trainer) throws IOException {
        try (var zip = new ZipFile(packed.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.vm.version") + System.getProperty("java.home"))
                    .getBytes(StandardCharsets.UTF_8));
            if (trainer.isPresent()) {
                digest.update(Files.readAllBytes(trainer.get()));
            }
            zip.stream().forEach(entry -> digest.update("%s %d %d%n"
                    .formatted(entry.getName(), entry.getSize(), entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path packed, Path into) throws IOException {
        FileSystemUtils.deleteRecursively(into);
        var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination",
                into.toString()).redirectErrorStream(true).start();
        tool.getOutputStream().close();
        var told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException(told);
        }
    }

    private static List<Path> entries(Path folder, String glob) throws IOException {
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        }
        return found;
    }
}

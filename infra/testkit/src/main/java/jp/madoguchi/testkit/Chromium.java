package jp.madoguchi.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser that is installed on this machine; none is ever downloaded. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome-stable",
            "google-chrome");
    private static final List<String> MAC = List.of("/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    static Path find() {
        return setting().or(Chromium::onPath).or(Chromium::amongMacApplications)
                .orElseThrow(() -> new IllegalStateException("""
                        No Chromium found for the browser tests. Install it (Debian, Ubuntu: apt-get install chromium) \
                        or name it with -Dmadoguchi.test.chromium=/path/to/chromium or MADOGUCHI_TEST_CHROMIUM."""));
    }

    private static Optional<Path> setting() {
        var value = System.getProperty("madoguchi.test.chromium", System.getenv("MADOGUCHI_TEST_CHROMIUM"));
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        var path = Path.of(value);
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("madoguchi.test.chromium names no program: " + path);
        }
        return Optional.of(path);
    }

    private static Optional<Path> onPath() {
        var path = System.getenv("PATH");
        var folders = path == null ? Stream.<String>empty() : Arrays.stream(path.split(File.pathSeparator));
        var all = Stream.concat(folders, Stream.of("/usr/bin", "/usr/local/bin", "/snap/bin")).distinct().toList();
        return NAMES.stream().flatMap(name -> all.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> amongMacApplications() {
        return MAC.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}

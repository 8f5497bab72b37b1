package jp.madoguchi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.madoguchi.bench.deployed.TownSettings;

/** The options that say how a town is started for a run. */
final class TownOptions {

    private static final List<String> NAMES = List.of("root", "folder", "ports", "heap", "jvm");

    private TownOptions() {}

    /** Names of these options and of those that a run has besides. */
    static List<String> and(String... more) {
        return Stream.concat(Stream.of(more), NAMES.stream()).toList();
    }

    /** @throws IllegalArgumentException with a message for the person who typed it */
    static TownSettings read(Options options) {
        var folder = Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--folder must be a folder that is there: " + folder);
        }
        var jvm = options.text("jvm", "");
        return new TownSettings(Path.of(options.text("root", ".")).toAbsolutePath().normalize(), folder,
                options.number("ports", 0, 0, 65_000), options.number("heap", 768, 64, 65_536),
                jvm.isEmpty() ? List.of() : List.of(jvm.split(",")));
    }
}

package jp.madoguchi.bench.deployed;

import java.nio.file.Path;
import java.util.List;

/**
 * How the house is started.
 *
 * @param root the source tree whose jars run
 * @param folder below which everything is kept while it runs; on a real disk, or the database is faster than any
 * @param firstPort of seven in a row; 0 for free ones
 * @param heapMb of each program, MiB
 * @param jvmOptions of each program, behind those of the image
 */
public record TownSettings(Path root, Path folder, int firstPort, int heapMb, List<String> jvmOptions) {

    public TownSettings {
        jvmOptions = List.copyOf(jvmOptions);
    }
}

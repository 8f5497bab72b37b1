package jp.madoguchi.testkit.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual of operators, the dashboards and the alerts, as far as they name meters. */
public final class Operations {

    private static final String MANUAL = "docs/operators.md";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(madoguchi\\.[a-z.]+)`[^|]*\\|[^|]*\\|([^|]*)\\|");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern JOB = Pattern.compile("job=~?\"([a-z|]+)\"");
    private static final Pattern BARE = Pattern
            .compile("\\b(?:madoguchi|http|r2dbc|hikaricp|jvm|process|system|up)_[a-z_]+\\b(?!\\s*[{\\w])");
    private static final Pattern PUBLISHED = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");
    /** Prometheus itself knows whether it reached a program. */
    private static final String REACHED = "up";

    private final Path repository = repository();

    /** Names of the meters that the manual says this program has. */
    public Set<String> documented(String program) {
        return ROW.matcher(read(repository.resolve(MANUAL))).results()
                .filter(row -> Arrays.asList(row.group(2).strip().split(",\\s*")).contains(program))
                .map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What dashboards and alerts ask of this job, under Prometheus' names. */
    public Set<String> asked(String job) {
        return expressions().flatMap(text -> SELECTOR.matcher(text).results())
                .filter(found -> !found.group(1).equals(REACHED) && jobs(found).contains(job))
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What they ask without saying of which job, so that nobody could tell whether it exists; empty if all is well. */
    public List<String> askedOfNobody() {
        return expressions().flatMap(text -> Stream.concat(
                SELECTOR.matcher(text).results().filter(found -> jobs(found).isEmpty()).map(MatchResult::group),
                BARE.matcher(text).results().map(MatchResult::group))).toList();
    }

    /** The names in an answer of {@code /actuator/prometheus}. */
    public static Set<String> published(String scrape) {
        return PUBLISHED.matcher(scrape).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> jobs(MatchResult selector) {
        return JOB.matcher(selector.group(2)).results().flatMap(found -> Stream.of(found.group(1).split("\\|")))
                .toList();
    }

    /** The lines with an expression of dashboards and alerts. */
    private Stream<String> expressions() {
        var files = List.of(repository.resolve("infra/deploy/grafana"), repository.resolve("infra/deploy/prometheus"));
        return files.stream().flatMap(Operations::list).flatMap(file -> read(file).lines())
                .filter(line -> line.contains("expr")).map(line -> line.replace("\\\"", "\""));
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tests run in the folder of their module. */
    private static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(MANUAL))) {
            var above = folder.getParent();
            if (above == null) {
                throw new IllegalStateException("not within the repository: " + Path.of("").toAbsolutePath());
            }
            folder = above;
        }
        return folder;
    }
}

package jp.madoguchi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The glossary names classes that are there. */
class GlossaryTest {

    private static final Path HOUSE = Path.of("..");
    private static final Path SOURCES = Path.of("src", "main", "java", "jp", "madoguchi");
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");
    private static final Pattern ROW = Pattern.compile("^\\| [^|]+ \\| [^|]+ \\| `([\\w.]+)` \\|", Pattern.MULTILINE);

    @Test
    void everyTermHasAClassThatIsThere() throws IOException {
        var named = ROW.matcher(Files.readString(HOUSE.resolve("docs").resolve("glossary.md"))).results()
                .map(row -> row.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(classes()).containsAll(named);
    }

    /** Every class of every module, named from {@code jp.madoguchi} on. */
    private static Set<String> classes() throws IOException {
        var found = new HashSet<String>();
        Files.walkFileTree(HOUSE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (directory.endsWith(SOURCES)) {
                    below(directory, found);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static void below(Path sources, Set<String> found) {
        try (var files = Files.walk(sources)) {
            files.map(file -> sources.relativize(file).toString()).filter(file -> file.endsWith(".java"))
                    .forEach(file -> found.add(file.substring(0, file.length() - ".java".length())
                            .replace(file.contains("\\") ? '\\' : '/', '.')));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

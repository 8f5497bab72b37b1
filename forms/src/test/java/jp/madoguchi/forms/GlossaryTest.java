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

/** The glossary and the developers' table of changes name classes and files that are there. */
class GlossaryTest {

    private static final Path HOUSE = Path.of("..");
    private static final Path SOURCES = Path.of("src", "main", "java", "jp", "madoguchi");
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");
    /** A class by its name, with or without its package, or a file by its ending. */
    private static final Pattern NAMED = Pattern
            .compile("`((?:[a-z.]+\\.)?[A-Z]\\w+|[\\w/.-]+\\.(?:properties|jte|json|md))`");
    private static final Pattern ROW = Pattern.compile("^\\| [^|]+ \\| [^|]+ \\| `([\\w.]+)` \\|", Pattern.MULTILINE);

    @Test
    void everyTermHasAClassThatIsThere() throws IOException {
        var named = ROW.matcher(Files.readString(HOUSE.resolve("docs").resolve("glossary.md"))).results()
                .map(row -> row.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyChangeNamesFilesThatAreThere() throws IOException {
        var text = Files.readString(HOUSE.resolve("docs").resolve("developers.md"));
        var from = text.indexOf("## What a typical change touches");
        var table = text.substring(from, text.indexOf("\n## ", from));
        var named = NAMED.matcher(table).results().map(name -> name.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(60);
        var files = fileNames();
        assertThat(named).allSatisfy(name -> assertThat(files).as(name)
                .anyMatch(file -> file.equals(name.replaceFirst(".*[./](?=[A-Z])", "") + ".java")
                        || file.equals(name.replaceFirst(".*/", ""))));
    }

    /** Of all files but what builds make. */
    private static Set<String> fileNames() throws IOException {
        var found = new HashSet<String>();
        Files.walkFileTree(HOUSE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
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

package jp.madoguchi.testkit.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rooms name which table in their SQL. The SQL is read from the strings of the compiled classes, so that text blocks, constants and
 * pieces that are put together count alike; the tables are those that the migrations create and do not drop or call otherwise again.
 */
public final class TableUse {

    private static final Pattern CREATED = Pattern.compile("(?i)\\bcreate\\s+(?:unlogged\\s+)?table\\s+"
            + "(?:if\\s+not\\s+exists\\s+)?([a-z_][a-z0-9_]*)");
    private static final Pattern DROPPED = Pattern
            .compile("(?i)\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?([a-z_][a-z0-9_]*)");
    private static final Pattern RENAMED = Pattern
            .compile("(?i)\\balter\\s+table\\s+([a-z_][a-z0-9_]*)\\s+rename\\s+to\\s+([a-z_][a-z0-9_]*)");
    private static final Pattern NAMED = Pattern
            .compile("(?i)\\b(?:from|join|into|update|using|truncate|table)\\s+(?:only\\s+)?"
                    + "([a-z_][a-z0-9_]*)");

    private static final String ROOM = "Lorg/springframework/modulith/ApplicationModule;";

    private final SortedSet<String> tables;
    private final SortedMap<String, SortedSet<String>> rooms;

    private TableUse(SortedSet<String> tables, SortedMap<String, SortedSet<String>> rooms) {
        this.tables = tables;
        this.rooms = rooms;
    }

    /**
     * Reads a program.
     *
     * @param program any class of the program, in its root package: rooms are the packages below that declare themselves one, each with the
     *        packages below it that do not, and those directly below otherwise
     * @param migrations folder of its migrations on the class path, for example {@code db/portal}
     * @throws UncheckedIOException if classes or migrations cannot be read
     */
    public static TableUse of(Class<?> program, String migrations) {
        var classes = classesOf(program);
        var tables = tablesOf(classes.resolve(migrations));
        var rooms = new TreeMap<String, SortedSet<String>>();
        var root = classes.resolve(program.getPackageName().replace('.', '/'));
        var declared = declaredRooms(root);
        eachFile(root, ".class", file -> {
            var room = roomOf(root.relativize(file), declared);
            strings(file).forEach(text -> NAMED.matcher(text).results()
                    .map(found -> found.group(1))
                    .filter(tables::contains)
                    .forEach(table -> rooms.computeIfAbsent(table, first -> new TreeSet<>()).add(room)));
        });
        return new TableUse(tables, rooms);
    }

    /** Names of all tables. */
    public SortedSet<String> tables() {
        return tables;
    }

    /**
     * The uses of tables by rooms that do not own them.
     *
     * @param owners room by table
     * @return for each such use "room names table"
     */
    public SortedSet<String> strangers(Map<String, String> owners) {
        var found = new TreeSet<String>();
        rooms.forEach((table, users) -> users.stream()
                .filter(room -> !room.equals(owners.get(table)))
                .forEach(room -> found.add(room + " names " + table)));
        return found;
    }

    /** Tables whose owner does not name them. */
    public List<String> unused(Map<String, String> owners) {
        return owners.entrySet().stream()
                .filter(one -> !rooms.getOrDefault(one.getKey(), new TreeSet<>()).contains(one.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Path classesOf(Class<?> program) {
        try {
            return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static SortedSet<String> tablesOf(Path migrations) {
        var tables = new TreeSet<String>();
        var dropped = new TreeSet<String>();
        eachFile(migrations, ".sql", file -> {
            var sql = read(file);
            CREATED.matcher(sql).results().map(MatchResult::group).forEach(statement -> tables.add(last(statement)));
            RENAMED.matcher(sql).results().forEach(renamed -> {
                dropped.add(renamed.group(1));
                tables.add(renamed.group(2));
            });
            DROPPED.matcher(sql).results().map(MatchResult::group).forEach(statement -> dropped.add(last(statement)));
        });
        tables.removeAll(dropped);
        return tables;
    }

    private static String last(String statement) {
        return statement.substring(statement.lastIndexOf(' ') + 1);
    }

    /** Packages that say of themselves that they are a room. */
    private static Set<Path> declaredRooms(Path root) {
        var rooms = new HashSet<Path>();
        eachFile(root, "package-info.class", file -> {
            for (var entry : parsed(file).constantPool()) {
                if (entry instanceof Utf8Entry text && text.equalsString(ROOM)) {
                    rooms.add(root.relativize(file.getParent()));
                }
            }
        });
        return rooms;
    }

    private static String roomOf(Path file, Set<Path> declared) {
        for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (declared.contains(folder)) {
                return folder.toString().replace('/', '.');
            }
        }
        return file.getNameCount() == 1 ? "" : file.getName(0).toString();
    }

    private static List<String> strings(Path file) {
        var strings = new ArrayList<String>();
        for (var entry : parsed(file).constantPool()) {
            if (entry instanceof StringEntry text) {
                strings.add(text.stringValue());
            }
        }
        return strings;
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
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

    private static void eachFile(Path folder, String ending, Consumer<Path> use) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(use);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

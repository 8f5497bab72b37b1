package jp.madoguchi.testkit.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the release before can go on working on a schema that the migrations of this one have changed: nodes are exchanged one by one,
 * and a release that fails is taken back without its migrations. So a migration only adds (expand). What an older program still reads or
 * leaves out is taken away by a later release (contract), whose migration says so in a comment of its own line:
 *
 * <pre>-- contract: unused since release 0.2.0</pre>
 *
 * <p>A check that is dropped and added again in the same migration, so that it allows more than before, is named beside it:
 *
 * <pre>-- widens: dispatch_kind_check</pre>
 *
 * <p>Tables that the same migration creates are free. What this cannot tell, a person has to: other meaning of the same column, the body of
 * a function, rows that an update changes.
 */
public final class Migrations {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d+(?:_\\d+)*)__.+\\.sql");
    private static final Pattern CONTRACT = Pattern
            .compile("(?m)^-- contract: unused since release (\\d+(?:\\.\\d+)*)\\s*$");
    private static final Pattern WIDENS = Pattern.compile("(?m)^-- widens: (\\w+)\\s*$");
    private static final Pattern PROJECT = Pattern
            .compile("<artifactId>madoguchi</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern NOT_CODE = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/|'(?:[^']|'')*'");
    private static final String NAME = "([a-z_][a-z0-9_.\"]*)";
    private static final Pattern CREATES = Pattern
            .compile("\\bcreate (?:unlogged )?table (?:if not exists )?" + NAME);
    private static final Pattern ALTERS = Pattern
            .compile("\\balter table (?:if exists )?(?:only )?" + NAME + " (.+)");
    private static final Pattern UNIQUE_INDEX = Pattern
            .compile("\\bcreate unique index .*?\\bon (?:only )?" + NAME);
    private static final Pattern TAKES_AWAY = Pattern
            .compile("\\b(?:drop (?:table|view|materialized view|function|procedure|"
                    + "trigger|type|domain|schema|sequence|extension)|truncate|revoke|rename)\\b");
    private static final Pattern TAKES_FROM_TABLE = Pattern.compile("^(?:drop (?:column|default|expression|identity)|"
            + "drop (?!constraint|column)|rename|alter (?:column )?\\S+ (?:(?:set data )?type|set not null|drop default|"
            + "drop identity|drop expression|add generated)|attach|detach|set schema|enable row level|disable trigger).*");
    private static final Pattern CONSTRAINS = Pattern
            .compile("^add (?:constraint \\S+ )?(?:check|unique|primary key|foreign key|exclude)\\b.*");
    private static final Pattern ADDS_COLUMN = Pattern
            .compile("^add (?!constraint|check|unique|primary|foreign|exclude).*");

    private final String release;

    private Migrations(String release) {
        this.release = release;
    }

    /** @param release the version that is being made, such as {@code 0.3.0}; a {@code -SNAPSHOT} of it is the same */
    public static Migrations of(String release) {
        return new Migrations(release.replace("-SNAPSHOT", ""));
    }

    /** Of the project this is built in, whose version stands in the uppermost {@code pom.xml}. */
    public static Migrations ofThisProject() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (Files.exists(pom)) {
                Matcher found = PROJECT.matcher(read(pom));
                if (found.find() && folder.getParent() != null && !Files.exists(folder.resolve("../pom.xml"))) {
                    return of(found.group(1));
                }
            }
        }
        throw new IllegalStateException("no pom.xml of the project above " + Path.of("").toAbsolutePath());
    }

    /**
     * What is wrong with the migrations of a folder.
     *
     * @param folder with files named as Flyway has them
     * @param baseline the newest version from before this rule, such as {@code 300} or {@code 0.40}; what is not newer is not looked at
     * @return for each statement that the release before may not bear, the name of the file and the statement
     */
    public List<String> breaking(Path folder, String baseline) {
        try (var files = Files.list(folder)) {
            return files.sorted().filter(file -> isNewer(file, baseline)).flatMap(
                    file -> breaking(read(file)).stream().map(wrong -> file.getFileName() + ": " + wrong)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isNewer(Path file, String baseline) {
        Matcher name = VERSIONED.matcher(file.getFileName().toString());
        return name.matches() && compare(name.group(1).replace('_', '.'), baseline) > 0;
    }

    /** The statements of one migration that the release before may not bear. */
    List<String> breaking(String migration) {
        Matcher contract = CONTRACT.matcher(migration);
        if (contract.find()) {
            return compare(contract.group(1), release) < 0
                    ? List.of()
                    : List.of("contract of release " + contract.group(1) + " in release " + release);
        }
        List<String> statements = List.of(code(migration).split(";")).stream().map(Migrations::oneLine).toList();
        Set<String> created = new HashSet<>();
        statements.forEach(statement -> CREATES.matcher(statement).results()
                .forEach(found -> created.add(found.group(1))));
        List<String> widened = WIDENS.matcher(migration).results().map(found -> found.group(1))
                .filter(check -> statements.stream().anyMatch(each -> each.endsWith(" drop constraint " + check)))
                .toList();
        return statements.stream()
                .filter(each -> widened.stream()
                        .noneMatch(check -> each.contains(" add constraint " + check + " check")))
                .filter(statement -> isBreaking(statement, created)).toList();
    }

    private static boolean isBreaking(String statement, Set<String> created) {
        Matcher unique = UNIQUE_INDEX.matcher(statement);
        if (unique.find()) {
            return !created.contains(unique.group(1));
        }
        Matcher alters = ALTERS.matcher(statement);
        if (alters.find()) {
            return !created.contains(alters.group(1)) && actions(alters.group(2)).stream().anyMatch(Migrations::takes);
        }
        return TAKES_AWAY.matcher(statement).find();
    }

    private static boolean takes(String action) {
        return TAKES_FROM_TABLE.matcher(action).matches() || CONSTRAINS.matcher(action).matches()
                || ADDS_COLUMN.matcher(action).matches() && constrainsRows(action);
    }

    /** A column without a value must not be asked of those who do not know it, nor be unlike in each row. */
    private static boolean constrainsRows(String action) {
        return action.contains(" not null") && !action.contains(" default ") && !action.contains(" generated ")
                || action.contains(" primary key") || action.contains(" unique");
    }

    /** Parts between commas that stand in no brackets. */
    private static List<String> actions(String actions) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < actions.length(); i++) {
            char each = actions.charAt(i);
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (each == ',' && depth == 0) {
                parts.add(actions.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(actions.substring(from).strip());
        return parts;
    }

    private static String code(String migration) {
        return NOT_CODE.matcher(migration).replaceAll(found -> found.group().startsWith("'") ? "''" : " ");
    }

    private static String oneLine(String statement) {
        return statement.replaceAll("\\s+", " ").strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(part(left, i), part(right, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(String[] version, int place) {
        return place < version.length ? Integer.parseInt(version[place]) : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

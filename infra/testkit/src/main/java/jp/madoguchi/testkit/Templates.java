package jp.madoguchi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page templates of the module under test, read as text. */
public final class Templates {

    private static final Path ROOT = Path.of("src", "main", "jte");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern GET_FORM = Pattern.compile("<form(?![^>]*method=\"post\").*?</form>", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern
            .compile(
                    "<(?:input|textarea|select|button)[^>]* name=\"([a-zA-Z][\\w-]*)\"|Field\\.\\w+\\(\"([a-zA-Z][\\w-]*)\"");

    private Templates() {}

    /**
     * A form.
     *
     * @param template such as {@code cases/words.jte}
     * @param text     from its beginning to its end
     */
    public record Form(String template, String text) {

        private static final Pattern TYPED = Pattern
                .compile(
                        "Controls\\.(?:text|textarea)\\(Field\\.\\w+\\(\"([a-zA-Z-]+)\"(?![^\\n]*TextTraits\\.DATE)"
                                + "|<textarea[^>]* name=\"([a-zA-Z-]+)\"");
        private static final Pattern HREF = Pattern.compile("action=\"\\$\\{[^}]*[hH]ref\\(\"([^\"]+)\"\\)}\"");
        private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

        /** Names of the fields of the form into which somebody types text (a day is read as one); a name that is put together ends with a hyphen. */
        public List<String> typed() {
            return TYPED.matcher(text).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .toList();
        }

        /** Where the form goes, as it stands in the template: with {@code *} for what is put in; the end of it for a case's moves. */
        public String action() {
            var href = HREF.matcher(text);
            if (href.find()) {
                return href.group(1);
            }
            var action = ACTION.matcher(text);
            return action.find() ? action.group(1).replaceAll("\\$\\{[^}]*}", "*") : "";
        }
    }

    public static List<Form> postForms() {
        return forms(FORM);
    }

    /** Forms whose fields go into the address. */
    public static List<Form> getForms() {
        return forms(GET_FORM);
    }

    private static List<Form> forms(Pattern form) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".jte")).sorted()
                    .flatMap(file -> form.matcher(read(file)).results()
                            .map(found -> new Form(ROOT.relativize(file).toString().replace('\\', '/'), found.group())))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The names of all fields on all pages, as far as they stand in a template. */
    public static Set<String> fieldNames() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".jte")).map(Templates::read)
                    .flatMap(text -> FIELD.matcher(text).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
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
}

package jp.madoguchi.forms.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * One part of a file while it is read. What is missing or wrong is noted once and read as a harmless value, so that the
 * rest of the file is still checked.
 */
final class Part {

    private final @Nullable Tree tree;
    private final Place place;
    private final String path;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    Part(@Nullable Tree tree, Place place, String path, Problems problems) {
        this.tree = tree;
        this.place = place;
        this.path = path;
        this.problems = problems;
    }

    boolean isMapping() {
        return tree instanceof Tree.Mapping;
    }

    /** Whether there is something here at all; what is missing has been told already. */
    boolean isThere() {
        return tree != null;
    }

    boolean isScalar() {
        return tree instanceof Tree.Scalar;
    }

    boolean isSequence() {
        return tree instanceof Tree.Sequence;
    }

    void wrong(String reason) {
        problems.add(place, path, reason);
    }

    boolean has(String key) {
        return tree instanceof Tree.Mapping mapping && mapping.entries().containsKey(key);
    }

    /** The part under a key that must be there. */
    Part need(String key) {
        var part = find(key);
        if (part == null) {
            if (tree != null) {
                wrong(isMapping() ? "'" + key + "' is missing" : "a mapping with '" + key + "' is needed");
            }
            return new Part(null, place, child(key), problems);
        }
        return part;
    }

    /** The part under a key, or null where there is none. */
    @Nullable
    Part find(String key) {
        taken.add(key);
        var found = tree instanceof Tree.Mapping mapping ? mapping.entries().get(key) : null;
        return found == null || (found instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NOTHING)
                ? null
                : new Part(found, found.place(), child(key), problems);
    }

    <T> @Nullable T maybe(String key, Function<Part, T> read) {
        var part = find(key);
        return part == null ? null : read.apply(part);
    }

    <T> T or(String key, T otherwise, Function<Part, T> read) {
        var part = find(key);
        return part == null ? otherwise : read.apply(part);
    }

    <T> List<T> list(String key, Function<Part, T> read) {
        var part = find(key);
        return part == null ? List.of() : part.elements(read);
    }

    <T> List<T> elements(Function<Part, T> read) {
        if (tree instanceof Tree.Sequence sequence) {
            var values = new ArrayList<T>();
            for (var element : sequence.elements()) {
                values.add(read.apply(
                        new Part(element, element.place(), path + "[" + values.size() + "]", problems)));
            }
            return values;
        }
        if (tree != null) {
            wrong("a list is needed");
        }
        return List.of();
    }

    Set<String> keys() {
        return tree instanceof Tree.Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    /** Lets every key pass that is here. */
    void takeAll() {
        taken.addAll(keys());
    }

    /** To be called when all known keys were asked for: every other key is a mistake. */
    void done() {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.keys().forEach((key, at) -> {
                if (!taken.contains(key)) {
                    problems.add(at, child(key), "unknown key '" + key + "'; known here: "
                            + String.join(", ", taken.stream().sorted().toList())
                            + (isEmpty(mapping.entries().get(key))
                                    ? ". If it belongs to the text before it, put that whole text in quotes: \"…, …\""
                                    : ""));
                }
            });
        } else if (tree != null) {
            wrong("a mapping is needed");
        }
    }

    /** As after a comma within braces: {@code {label: Yes, please}} has a key {@code please} with nothing in it. */
    private static boolean isEmpty(@Nullable Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NOTHING;
    }

    String text() {
        if (tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NOTHING) {
            if (scalar.text().codePoints().anyMatch(Part::isUnprintable)) {
                wrong("a control character or half a surrogate pair stands in this text; take it out");
            }
            return scalar.text();
        }
        if (tree != null) {
            wrong("a text is needed");
        }
        return "?";
    }

    int whole() {
        if (tree instanceof Tree.Scalar scalar && scalar.text().matches("-?[0-9]{1,9}")) {
            return Integer.parseInt(scalar.text());
        }
        if (tree != null) {
            wrong("a whole number of at most 9 digits is needed");
        }
        return 1;
    }

    BigDecimal number() {
        if (tree instanceof Tree.Scalar scalar && scalar.text().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            var value = new BigDecimal(scalar.text()).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        }
        if (tree != null) {
            wrong("a number of at most 15 digits is needed");
        }
        return BigDecimal.ONE;
    }

    boolean truth() {
        if (tree instanceof Tree.Scalar scalar && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return scalar.text().equals("true");
        }
        if (tree != null) {
            wrong("true or false is needed");
        }
        return false;
    }

    /** A text in one language (Japanese) or a mapping of language tags to texts. */
    Localized localized() {
        if (!(tree instanceof Tree.Mapping)) {
            return Localized.ja(text());
        }
        var texts = new EnumMap<Language, String>(Language.class);
        for (var tag : keys()) {
            var part = need(tag);
            Language.ofTag(tag).ifPresentOrElse(language -> texts.put(language, part.text()),
                    () -> part.wrong("unknown language '" + tag + "'"));
        }
        if (!texts.containsKey(Language.JA)) {
            wrong("the text is missing in Japanese (ja)");
            texts.put(Language.JA, "?");
        }
        return new Localized(texts);
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(Class<E> type) {
        var text = text();
        for (var constant : type.getEnumConstants()) {
            if (printed(constant).equals(text)) {
                return constant;
            }
        }
        if (tree != null) {
            wrong("'" + text + "' is none of "
                    + String.join(", ", List.of(type.getEnumConstants()).stream().map(Part::printed).toList()));
        }
        return type.getEnumConstants()[0];
    }

    static String printed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name of the given form. */
    <T> T name(Predicate<String> valid, Function<String, T> read) {
        var text = text();
        if (valid.test(text)) {
            return read.apply(text);
        }
        if (tree != null) {
            wrong("a name of lower-case letters, digits and hyphens, beginning with a letter, is needed");
        }
        return read.apply("x");
    }

    QuestionId question() {
        return name(QuestionId::isValid, QuestionId::new);
    }

    /** Reads a value whose own rules may refuse it; what is needed is told then. */
    <T> @Nullable T guarded(java.util.function.Supplier<T> read, String needed) {
        try {
            return read.get();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            if (tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NOTHING) {
                wrong("'" + scalar.text() + "' cannot be read: " + needed);
            }
            return null;
        }
    }

    Place place() {
        return place;
    }

    private static boolean isUnprintable(int c) {
        return c != '\n' && (Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE);
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

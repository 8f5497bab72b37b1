package jp.madoguchi.forms.field;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jp.madoguchi.forms.japanese.Digits;

/**
 * What was typed for one question: the name of each part ({@code ""} for the bare path) to its values.
 */
public record Typed(Map<String, List<String>> parts) {

    public static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        var copy = new TreeMap<String, List<String>>();
        parts.forEach((part, values) -> copy.put(part, List.copyOf(values)));
        parts = Collections.unmodifiableMap(copy);
    }

    public static Typed of(String value) {
        return new Typed(Map.of("", List.of(value)));
    }

    /** What counts of a part that takes one value: the first that says something, or the empty text. */
    public String first(String part) {
        return all(part).stream().filter(value -> !Digits.isBlank(value)).findFirst().orElse("");
    }

    /** The same without white space at its ends. */
    public String trimmed(String part) {
        return Digits.trim(first(part));
    }

    public List<String> all(String part) {
        return parts.getOrDefault(part, List.of());
    }

    /** Whether nothing was typed, parts that come filled in set aside. */
    boolean isBlankBeside(Set<String> preset) {
        return parts.entrySet().stream().filter(part -> !preset.contains(part.getKey()))
                .allMatch(part -> part.getValue().stream().allMatch(Digits::isBlank));
    }
}

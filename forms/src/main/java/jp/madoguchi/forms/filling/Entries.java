package jp.madoguchi.forms.filling;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Form fields exactly as typed: posted name to values. Kept with a draft for every field that could not (yet) be
 * understood, so that nothing typed is ever lost.
 */
public record Entries(Map<String, List<String>> fields) {

    public static final Entries NONE = new Entries(Map.of());

    public Entries {
        var copy = new TreeMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
    }

    /** The first value typed into the field, or the empty text. */
    public String first(String field) {
        var values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }
}

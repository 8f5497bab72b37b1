package jp.madoguchi.platform.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form that could not be taken, because the session had ended meanwhile. It waits in the new session until
 * the person, signed in again where needed, sends it once more.
 *
 * @param target path and query the form was sent to
 * @param fields every field with its values in the order sent, without the CSRF token
 */
public record KeptForm(String target, Map<String, List<String>> fields) {

    /** More text than this is not kept; it is far beyond any page of questions. */
    static final int LONGEST = 200_000;

    public KeptForm {
        fields = new LinkedHashMap<>(fields);
    }

    static KeptForm of(String target, MultiValueMap<String, String> sent, String csrfField) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (!name.equals(csrfField)) {
                fields.put(name, values.stream().map(value -> value == null ? "" : value).toList());
            }
        });
        return new KeptForm(target, fields);
    }

    boolean fits() {
        return fields.entrySet()
                .stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().stream().mapToInt(String::length).sum())
                .sum() <= LONGEST;
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "KeptForm[" + target + ", " + fields.size() + " fields]";
    }
}

package jp.madoguchi.platform.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a session holds. A value is made out of its JSON when it is asked for, and what nobody changed is written back as it was read,
 * also what only another release understands.
 */
final class Attributes {

    private final SessionJson json;
    private final ObjectNode whole;
    private final ObjectNode kept;
    private final Map<String, Object> values = new HashMap<>();

    /** @param kept the attributes within the whole */
    Attributes(SessionJson json, ObjectNode whole, ObjectNode kept) {
        this.json = json;
        this.whole = whole;
        this.kept = kept;
    }

    /** Null if there is none, or none that this release understands. */
    @Nullable
    Object get(String name) {
        Object value = values.get(name);
        if (value == null && kept.get(name) instanceof JsonNode node) {
            value = json.value(name, node);
            if (value != null) {
                values.put(name, value);
            }
        }
        return value;
    }

    /** Those this release understands. */
    Set<String> names() {
        return kept.properties().stream().filter(attribute -> json.knows(attribute.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @param value is kept as it is now; null removes it */
    void put(String name, @Nullable Object value) {
        if (value == null) {
            kept.remove(name);
            values.remove(name);
        } else {
            kept.set(name, json.keep(name, value));
            values.put(name, value);
        }
    }

    byte[] bytes() {
        return json.write(whole, kept);
    }
}

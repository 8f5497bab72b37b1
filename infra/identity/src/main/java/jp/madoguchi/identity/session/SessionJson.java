package jp.madoguchi.identity.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value of a session as JSON: {@code {"kind":"challenge","v":1,"challenge":"…","at":"…"}}. No class is named in it, and none comes to
 * life but the record that its {@link SessionValue} names.
 */
final class SessionJson {

    private static final Logger LOG = LoggerFactory.getLogger(SessionJson.class);
    private static final String KIND = "kind";
    private static final String VERSION = "v";

    /** Of two releases, the newer one's components are left out by the older one. */
    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, SessionValue> byKind = new HashMap<>();
    private final Map<Class<?>, SessionValue> byType = new HashMap<>();

    SessionJson(List<SessionValue> values) {
        for (SessionValue value : values) {
            if (byKind.put(value.kind(), value) != null || byType.put(value.type(), value) != null) {
                throw new IllegalStateException("two session values of the kind " + value.kind());
            }
        }
    }

    /** @throws IllegalArgumentException if no room brought such a value */
    byte[] write(Object value) {
        SessionValue known = byType.get(value.getClass());
        if (known == null) {
            throw new IllegalArgumentException("no form in which a session could keep " + value.getClass().getName());
        }
        ObjectNode node = json.createObjectNode().put(KIND, known.kind()).put(VERSION, known.version());
        node.setAll((ObjectNode) json.valueToTree(value));
        return json.writeValueAsBytes(node);
    }

    /** Null if this release does not understand it. */
    @Nullable
    Object read(byte[] content) {
        try {
            JsonNode node = json.readTree(content);
            SessionValue known = byKind.get(node.path(KIND).asString(""));
            if (known == null || node.path(VERSION).asInt(Integer.MAX_VALUE) > known.version()) {
                // Of a newer release, which will find it as it was.
                return null;
            }
            return json.treeToValue(node, known.type());
        } catch (JacksonException | IllegalArgumentException | NullPointerException notUnderstood) {
            // What it says stands in no log.
            LOG.warn("a session value is not understood: {}", notUnderstood.getClass().getName());
            return null;
        }
    }
}

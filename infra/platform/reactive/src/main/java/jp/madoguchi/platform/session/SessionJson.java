package jp.madoguchi.platform.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a session holds as JSON: {@code {"v":1,"attributes":{"flash":"…","kept-form":{"kind":"kept-form",…}}}}. A text stands there as it
 * is, everything else in its {@link AttributeForm}. The version counts changes that an older release cannot read; what is only added
 * needs none.
 */
final class SessionJson {

    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(SessionJson.class);
    private static final String VERSION_FIELD = "v";
    private static final String ATTRIBUTES = "attributes";
    private static final String KIND = "kind";

    /** Numbers too are written back as they were read. */
    private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    private final Map<String, AttributeForm<?, ?>> byKind = new HashMap<>();
    private final Map<Class<?>, AttributeForm<?, ?>> byType = new HashMap<>();

    SessionJson(Collection<? extends AttributeForm<?, ?>> forms) {
        for (AttributeForm<?, ?> form : forms) {
            if (byKind.put(form.kind(), form) != null || byType.put(form.type(), form) != null) {
                throw new IllegalStateException("two forms for " + form.kind() + " in sessions");
            }
        }
    }

    /** Of a newer release that is not to be read by this one. */
    static final class TooNew extends Exception {

        TooNew(int version) {
            super("version " + version);
        }
    }

    Attributes none() {
        return new Attributes(this, json.createObjectNode().put(VERSION_FIELD, VERSION), json.createObjectNode());
    }

    /**
     * @throws TooNew if it must be left to a newer release
     * @throws JacksonException if it is no JSON
     * @throws IllegalArgumentException if it is JSON of another kind
     */
    Attributes read(byte[] content) throws TooNew {
        if (!(json.readTree(content) instanceof ObjectNode whole && whole.get(VERSION_FIELD) instanceof JsonNode number
                && number.isInt() && whole.get(ATTRIBUTES) instanceof ObjectNode attributes)) {
            throw new IllegalArgumentException("not a session");
        }
        if (number.intValue() > VERSION) {
            throw new TooNew(number.intValue());
        }
        return new Attributes(this, whole, attributes);
    }

    byte[] write(ObjectNode whole, ObjectNode attributes) {
        return json.writeValueAsBytes(whole.set(ATTRIBUTES, attributes));
    }

    /** The value; null if this release does not understand it. */
    @Nullable
    Object value(String name, JsonNode kept) {
        if (kept.isString()) {
            return kept.stringValue();
        }
        AttributeForm<?, ?> form = formOf(kept);
        try {
            return form == null ? null : revived(form, kept);
        } catch (JacksonException | IllegalArgumentException | NullPointerException notUnderstood) {
            // What it says stands in no log.
            LOG.warn("the session attribute {} is not understood: {}", name, notUnderstood.getClass().getName());
            return null;
        }
    }

    boolean knows(JsonNode kept) {
        return kept.isString() || formOf(kept) != null;
    }

    private @Nullable AttributeForm<?, ?> formOf(JsonNode kept) {
        return byKind.get(kept.path(KIND).asString(""));
    }

    private <T, K extends Record> T revived(AttributeForm<T, K> form, JsonNode kept) {
        return form.revive().apply(json.treeToValue(kept, form.kept()));
    }

    /** @throws IllegalArgumentException if nobody brought a form for such a value */
    JsonNode keep(String name, Object value) {
        if (value instanceof String text) {
            return StringNode.valueOf(text);
        }
        AttributeForm<?, ?> form = byType.get(value.getClass());
        if (form == null) {
            throw new IllegalArgumentException(
                    "no form in which the session attribute " + name + " could be kept: " + value.getClass().getName());
        }
        return kept(form, value);
    }

    private <T, K extends Record> JsonNode kept(AttributeForm<T, K> form, Object value) {
        ObjectNode node = json.valueToTree(form.keep().apply(form.type().cast(value)));
        return node.put(KIND, form.kind());
    }
}

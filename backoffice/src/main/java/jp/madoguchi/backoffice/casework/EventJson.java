package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON in one canonical form: properties in alphabetical order, no white space, times in ISO 8601. */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private EventJson() {}

    /** An event and its salt, which keeps the hash from telling what an event said that was taken out of it. */
    private record Salted(UUID caseId, int sequence, Instant at, Actor actor, EventPayload what, String salt) {}

    static String write(CaseEvent event, String salt) {
        return JSON.writeValueAsString(
                new Salted(event.caseId(), event.sequence(), event.at(), event.actor(), event.what(), salt));
    }

    /** @throws IllegalArgumentException if it is no event */
    static CaseEvent read(String body) {
        try {
            return JSON.readValue(body, CaseEvent.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not an event of a case", unreadable);
        }
    }

    static JsonNode tree(EventPayload what) {
        return JSON.valueToTree(what);
    }

    /** The same event without what was typed into it, and without the salt that kept its hash from telling. */
    static String withoutTexts(String body) {
        var tree = (ObjectNode) JSON.readTree(body);
        tree.remove("salt");
        FreeText.takeOut(tree.path("what"));
        return JSON.writeValueAsString(tree);
    }

    /** The name of a happening in the record, as its annotation says. */
    static String typeOf(EventPayload what) {
        return JSON.valueToTree(what).get("type").asString();
    }
}

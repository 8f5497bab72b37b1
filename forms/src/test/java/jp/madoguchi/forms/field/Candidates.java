package jp.madoguchi.forms.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.Schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values to try where a schema stands: at and beyond each of its bounds, with each of its keys left out and one too many, and
 * what people write elsewhere. Some of them it takes and some not.
 */
final class Candidates {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode ANYWHERE = JSON.readTree("""
            [true, false, 0, 1, 2.5, "", "x", "Not an id", "today", "tomorrow", "2026-04-01", "1.4.2026", "P10", "P10M",
            "-P1Y6M", "(", "-", [], ["x"], [["x"]], {}, {"x": "y"}, {"X Y": "y"}, {"x": "Y Z"},
            {"ja": "x"}, {"en": "x"}, {"ja": "x", "en": "y"}, {"ja": "x", "tlh": "y"}, {"ja": ["x"]}]""");

    private static final Map<String, Integer> STEPS = Map.of("minimum", -1, "maximum", 1, "exclusiveMinimum", 1,
            "exclusiveMaximum", -1);

    private final JsonNode definitions;

    Candidates(JsonNode definitions) {
        this.definitions = definitions;
    }

    List<JsonNode> of(JsonNode schema) {
        if (schema.has("$ref")) {
            return of(definitions.required(schema.required("$ref").asString().replace("#/$defs/", "")));
        }
        var values = new ArrayList<JsonNode>();
        for (var branch : Stream.of("anyOf", "oneOf").map(schema::path).flatMap(JsonNode::valueStream).toList()) {
            values.addAll(of(branch));
        }
        ANYWHERE.forEach(values::add);
        schema.path("enum").forEach(values::add);
        // One step inwards from an open end, one outwards from a closed one.
        STEPS.forEach((bound, step) -> {
            if (schema.has(bound)) {
                values.add(schema.required(bound));
                values.add(JSON.valueToTree(schema.required(bound).asLong() + step));
            }
        });
        if (schema.has("items")) {
            for (var each : of(schema.required("items"))) {
                values.add(JSON.createArrayNode().add(each));
            }
        }
        if (schema.has("properties")) {
            values.addAll(mappings((ObjectNode) schema));
        }
        var checked = ProcedureSchema.part((ObjectNode) schema);
        return values.stream().filter(value -> !isOtherSpelling(checked, value)).toList();
    }

    /** With each key once at every value there is to try, and each needed key left out once. */
    List<JsonNode> mappings(ObjectNode schema) {
        var least = JSON.createObjectNode();
        for (var key : schema.path("required")) {
            least.set(key.asString(), taken(schema.required("properties").required(key.asString())));
        }
        var values = new ArrayList<JsonNode>(List.of(least));
        for (var property : schema.required("properties").properties()) {
            for (var value : of(property.getValue())) {
                values.add(least.deepCopy().set(property.getKey(), value));
            }
            if (least.has(property.getKey())) {
                values.add(least.deepCopy().without(property.getKey()));
            }
        }
        if (schema.has("additionalProperties")) {
            values.add(least.deepCopy().put("no-such-key", "x"));
        }
        return values;
    }

    private JsonNode taken(JsonNode schema) {
        var checked = ProcedureSchema.part((ObjectNode) schema);
        return of(schema).stream().filter(value -> isTaken(checked, value)).findFirst().orElseThrow();
    }

    /** A number where a text is wanted: a file is read as if it were in quotes, and the schema would like to see them. */
    private static boolean isOtherSpelling(Schema schema, JsonNode value) {
        return value.isValueNode() && !value.isString() && !isTaken(schema, value)
                && isTaken(schema, JSON.valueToTree(value.asString()));
    }

    private static boolean isTaken(Schema schema, JsonNode value) {
        return ProcedureSchema.check(schema, value).isEmpty();
    }
}

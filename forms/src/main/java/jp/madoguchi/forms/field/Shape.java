package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.source.Part;

import tools.jackson.databind.node.ObjectNode;

/**
 * What may stand in one place of a definition file: how it is read, and how the JSON Schema for editors says it. Both are made
 * from the same bounds and names, so that an editor marks what the reader would refuse.
 *
 * @param schema writes its keywords into the schema of the place; names of {@code $defs} are those of
 *            docs/procedure.schema.json
 */
record Shape<T>(Function<Part, T> reading, Consumer<ObjectNode> schema) {

    static final Shape<Boolean> TRUTH = new Shape<>(Part::truth, node -> node.put("type", "boolean"));
    /** Of 15 digits before the point at most, as {@link Part#number} reads it. */
    static final Shape<BigDecimal> NUMBER = new Shape<>(Part::number, node -> node.put("type", "number")
            .put("exclusiveMinimum", -1_000_000_000_000_000L).put("exclusiveMaximum", 1_000_000_000_000_000L));
    static final Shape<String> TEXT = new Shape<>(Part::text, node -> node.put("type", "string"));
    static final Shape<Localized> LOCALIZED = defined("text", Part::localized);
    static final Shape<QuestionId> QUESTION = defined("id", Part::question);

    /** What the schema defines under a name of its own. */
    static <T> Shape<T> defined(String name, Function<Part, T> reading) {
        return new Shape<>(reading, node -> node.put("$ref", "#/$defs/" + name));
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    static Shape<Integer> whole(int min, int max) {
        return new Shape<>(part -> part.between(min, max),
                node -> node.put("type", "integer").put("minimum", min).put("maximum", max));
    }

    /** A whole number from {@code min} on; what it may be at most, the reader knows from elsewhere in the file. */
    static Shape<Integer> atLeast(int min) {
        return new Shape<>(part -> part.between(min, Integer.MAX_VALUE),
                node -> node.put("type", "integer").put("minimum", min));
    }

    static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
        return new Shape<>(part -> part.choice(type), node -> {
            var names = node.putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Part::printed).forEach(names::add);
        });
    }

    /** Keys with values, and no others than these. */
    static <T> Shape<T> mapping(List<Limit<?>> keys, Function<Part, T> reading) {
        return new Shape<>(part -> {
            var value = reading.apply(part);
            part.done();
            return value;
        }, node -> Limit.describe(keys, node.put("type", "object")).put("additionalProperties", false));
    }

    Shape<List<T>> listed() {
        return new Shape<>(part -> part.elements(reading),
                node -> schema.accept(node.put("type", "array").putObject("items")));
    }
}

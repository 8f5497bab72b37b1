package jp.madoguchi.forms.field;

import java.util.List;

import jp.madoguchi.forms.source.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A limit of a kind of question as a definition file has it: its key and what may stand there. A kind reads its limits through
 * these and lists them ({@link KindName#limits}), from which the JSON Schema for editors is written.
 */
sealed interface Limit<T> {

    String key();

    Shape<T> shape();

    /** One that must be there. */
    record Needed<T>(String key, Shape<T> shape) implements Limit<T> {

        T read(Part part) {
            return shape.reading().apply(part.need(key));
        }
    }

    /** One that may be left out. */
    record Maybe<T>(String key, Shape<T> shape) implements Limit<T> {

        @Nullable
        T read(Part part) {
            return part.maybe(key, shape.reading());
        }

        /** @param usual what holds where it is left out */
        T read(Part part, T usual) {
            return part.or(key, usual, shape.reading());
        }
    }

    /** Writes the limits into the schema of the mapping in which they stand. */
    static ObjectNode describe(List<Limit<?>> limits, ObjectNode mapping) {
        var needed = limits.stream().filter(Needed.class::isInstance).map(Limit::key).toList();
        if (!needed.isEmpty()) {
            needed.forEach(mapping.putArray("required")::add);
        }
        if (!limits.isEmpty()) {
            var properties = mapping.putObject("properties");
            limits.forEach(limit -> limit.shape().schema().accept(properties.putObject(limit.key())));
        }
        return mapping;
    }
}

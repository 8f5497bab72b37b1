package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people typed into an event, by the names of its properties. */
public final class FreeText {

    /** What stands where something was taken out. */
    static final String TAKEN_OUT = "〔個人番号などが含まれていたため、削除しました〕";

    /** Every property of a happening, or of a proposal in it, into which somebody types. */
    static final Set<String> NAMES = Set.of("text", "reason", "said", "facts", "clause", "criterion", "remark");

    private FreeText() {}

    /** What was typed into an event, in no order; without what was taken out before. */
    public static List<String> of(EventPayload what) {
        var texts = new ArrayList<String>();
        collect(EventJson.tree(what), texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                var value = property.getValue();
                if (value.isString() && NAMES.contains(property.getKey())) {
                    if (!value.asString().isEmpty() && !value.asString().equals(TAKEN_OUT)) {
                        texts.add(value.asString());
                    }
                } else {
                    collect(value, texts);
                }
            });
        }
    }

    /** Puts the words that say so in place of everything typed. */
    static void takeOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isString() && NAMES.contains(name)) {
                    if (!value.asString().isEmpty()) {
                        object.put(name, TAKEN_OUT);
                    }
                } else {
                    takeOut(value);
                }
            }
        }
    }
}

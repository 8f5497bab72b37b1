package jp.madoguchi.forms.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * One part of a document with its path, for messages that name the place.
 */
record JsonPart(String path, JsonNode node) {

    AnswersFormatException wrong(String reason) {
        return new AnswersFormatException(path, reason);
    }

    Map<String, JsonPart> fields() {
        if (!node.isObject()) {
            throw wrong("an object is needed");
        }
        var fields = new LinkedHashMap<String, JsonPart>();
        node.properties().forEach(field -> fields.put(field.getKey(),
                new JsonPart(path + "." + field.getKey(), field.getValue())));
        return fields;
    }

    void only(String... names) {
        var allowed = Set.of(names);
        fields().forEach((name, part) -> {
            if (!allowed.contains(name)) {
                throw part.wrong("unknown key");
            }
        });
    }

    List<JsonPart> elements() {
        if (!node.isArray()) {
            throw wrong("a list is needed");
        }
        var elements = new ArrayList<JsonPart>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonPart(path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    JsonPart part(String name) {
        var part = fields().get(name);
        if (part == null) {
            throw wrong("'" + name + "' is missing");
        }
        return part;
    }

    String text() {
        if (!node.isString()) {
            throw wrong("a text is needed");
        }
        return node.stringValue();
    }

    String text(String name) {
        return part(name).text();
    }

    @Nullable
    String optionalText(String name) {
        var part = fields().get(name);
        return part == null || part.node.isNull() ? null : part.text();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw wrong("true or false is needed");
        }
        return node.booleanValue();
    }

    BigDecimal number() {
        if (!node.isNumber() || (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()))) {
            throw wrong("a number is needed");
        }
        return node.decimalValue();
    }

    long whole(String name) {
        var part = part(name);
        if (!part.node.isIntegralNumber() || !part.node.canConvertToLong()) {
            throw part.wrong("a whole number is needed");
        }
        return part.node.longValue();
    }

    UUID uuid(String name) {
        var part = part(name);
        try {
            return UUID.fromString(part.text());
        } catch (IllegalArgumentException e) {
            throw part.wrong("an id is needed");
        }
    }
}

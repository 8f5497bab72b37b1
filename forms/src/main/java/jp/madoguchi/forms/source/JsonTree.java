package jp.madoguchi.forms.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON with places.
 */
public final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws InvalidFile for what cannot be read, whatever it is */
    public static Tree read(String json) {
        if (json.length() > Problems.MOST_CHARACTERS) {
            throw Problems.one(Place.START,
                    Problems.TOO_LONG);
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                throw Problems.one(Place.START, Problems.EMPTY);
            }
            var tree = new JsonTree(parser).value(0);
            if (parser.nextToken() != null) {
                throw Problems.one(place(parser), "定義が終わったあとに、まだ何か書かれています。うしろを消すか、かっこの数を確かめてください。");
            }
            return tree;
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null
                    ? Place.START
                    : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            throw Problems.one(place,
                    "JSON として読み取れません。この場所の前後で、二度書いた項目、引用符（\"…\"）の閉じ忘れ、コンマの過不足、かっこの数を確かめてください。"
                            + "（JSON の読み取り：" + e.getOriginalMessage() + "）");
        }
    }

    private Tree value(int depth) {
        var place = place(parser);
        if (depth > Tree.MOST_DEEP) {
            throw Problems.one(place, Problems.TOO_DEEP);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var entries = new LinkedHashMap<String, Tree>();
                var keys = new LinkedHashMap<String, Place>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    keys.put(name, place(parser));
                    parser.nextToken();
                    entries.put(name, value(depth + 1));
                }
                yield new Tree.Mapping(place, entries, keys);
            }
            case START_ARRAY -> {
                var elements = new ArrayList<Tree>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(depth + 1));
                }
                yield new Tree.Sequence(place, elements);
            }
            case VALUE_STRING -> new Tree.Scalar(place, parser.getString(), Tree.Type.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Tree.Scalar(place, parser.getString(), Tree.Type.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(place, parser.getString(), Tree.Type.TRUTH);
            case null, default -> new Tree.Scalar(place, "", Tree.Type.NOTHING);
        };
    }

    private static Place place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}

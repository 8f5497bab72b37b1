package jp.madoguchi.forms.source;

import java.util.List;
import java.util.Map;

/**
 * What YAML and JSON have in common, with places.
 */
public sealed interface Tree {

    /** Deeper nesting is no definition that anyone can read. */
    int MOST_DEEP = 64;

    Place place();

    /** Keys in the order of the file. */
    record Mapping(Place place, Map<String, Tree> entries, Map<String, Place> keys) implements Tree {}

    record Sequence(Place place, List<Tree> elements) implements Tree {}

    record Scalar(Place place, String text, Type type) implements Tree {}

    enum Type {
        TEXT, NUMBER, TRUTH, NOTHING
    }
}

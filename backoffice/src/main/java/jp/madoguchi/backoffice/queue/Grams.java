package jp.madoguchi.backoffice.queue;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Cuts keys into overlapping pieces by which an index finds any part of them: names into pairs of characters, and single kanji,
 * because there are names of one; numbers into runs of three digits. A birth date is asked for as a whole.
 */
final class Grams {

    private static final int NAME = 2;
    private static final int NUMBER = 3;

    private Grams() {}

    /** The pieces of a line of the key. */
    static Set<String> stored(String line) {
        return switch (line.charAt(0)) {
            case SearchKeys.BIRTH -> Set.of(line);
            case SearchKeys.RECEIPT, SearchKeys.PHONE -> number(line.substring(1));
            default -> {
                var grams = pieces(line, NAME);
                line.codePoints().filter(Character::isIdeographic)
                        .forEach(kanji -> grams.add(Character.toString(kanji)));
                yield grams;
            }
        };
    }

    /** The pieces that a line must have in which this part of a number stands. */
    static Set<String> number(String digits) {
        return pieces(digits, NUMBER);
    }

    /** The pieces that a line must have in which this part of a name stands; none for a single kana or letter. */
    static Set<String> name(String part) {
        if (part.codePointCount(0, part.length()) == 1) {
            return Character.isIdeographic(part.codePointAt(0)) ? Set.of(part) : Set.of();
        }
        return pieces(part, NAME);
    }

    private static Set<String> pieces(String text, int length) {
        var points = text.codePoints().toArray();
        var pieces = new LinkedHashSet<String>();
        for (int i = 0; i + length <= points.length; i++) {
            pieces.add(new String(points, i, length));
        }
        return pieces;
    }
}

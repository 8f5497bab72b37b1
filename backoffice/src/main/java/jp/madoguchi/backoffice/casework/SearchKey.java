package jp.madoguchi.backoffice.casework;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What text is searched by: the text itself is stored as typed. Width, case, spaces and the kinds of dash do not matter. */
final class SearchKey {

    /** NFKC leaves these apart: hyphens, dashes, minus signs and the long vowel mark. */
    private static final String DASHES = "-‐‑‒–—―−ーｰ─━~〜～";

    private static final Pattern DIGITS_AND_HYPHENS = Pattern.compile("[0-9-]*[0-9][0-9-]*");

    private SearchKey() {}

    static String of(String text) {
        var key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point)
                        && !isVariationSelector(point) && !Character.isISOControl(point))
                .map(point -> DASHES.indexOf(point) >= 0 ? '-' : point).forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * What is looked for, in the form of the key: digits with hyphens are a receipt number as people read it, and it is kept
     * without.
     */
    static String ofQuery(String typed) {
        var key = of(typed);
        return DIGITS_AND_HYPHENS.matcher(key).matches() ? key.replace("-", "") : key;
    }

    /** Variants of one ideograph are found by the plain one. */
    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }
}

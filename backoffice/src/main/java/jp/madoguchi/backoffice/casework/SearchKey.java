package jp.madoguchi.backoffice.casework;

import java.text.Normalizer;
import java.util.Locale;

/** What text is searched by: the text itself is stored as typed. Width, case, spaces and the kinds of dash do not matter. */
final class SearchKey {

    /** NFKC leaves these apart: hyphens, dashes, minus signs and the long vowel mark. */
    private static final String DASHES = "-‐‑‒–—―−ーｰ─━~〜～";

    private SearchKey() {}

    static String of(String text) {
        var key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point)
                        && !isVariationSelector(point) && !Character.isISOControl(point))
                .map(point -> DASHES.indexOf(point) >= 0 ? '-' : point).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Variants of one ideograph are found by the plain one. */
    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }
}

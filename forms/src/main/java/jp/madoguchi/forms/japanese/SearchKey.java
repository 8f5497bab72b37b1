package jp.madoguchi.forms.japanese;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared in searches: NFKC, lower case, without white space, katakana as hiragana, all dashes alike.
 */
public final class SearchKey {

    private SearchKey() {}

    public static String of(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (!Character.isWhitespace(point) && !isVariationSelector(point)) {
                folded.appendCodePoint(fold(point));
            }
        });
        return folded.toString();
    }

    private static int fold(int point) {
        if (point >= 'ァ' && point <= 'ヶ') {
            return point - ('ァ' - 'ぁ');
        }
        // NFKC leaves these apart (JIS X 0208 dash confusion).
        return switch (point) {
            case 0x30FC, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFF0D -> '-';
            case 0x301C -> '~';
            default -> point;
        };
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }
}

package jp.madoguchi.forms.japanese;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as it is compared in searches. One key for the ways in which the same name is written: full and half width, katakana
 * and hiragana, small and large kana, ぢ and じ, character variants (髙 and 高, 﨑 and 崎, 𠮷 and 吉), Latin letters with and
 * without their marks (Nguyễn, Łukasz, Søren), with and without spaces, hyphens, dots and long-vowel marks.
 *
 * <p>
 * Keys that are stored are stored with {@link #VERSION}: a change of the folding means keys made anew.
 */
public final class NameKey {

    /** To be counted up with every change of what {@link #of} returns. */
    public static final int VERSION = 1;

    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎゕゖ";
    private static final String LARGE = "あいうえおつやゆよわかけ";
    /** Spelt apart in names, said alike. */
    private static final String ALIKE = "ぢづゐゑを";
    private static final String SAID = "じずいえお";

    private NameKey() {}

    /** Letters and digits only; empty where there are none. */
    public static String of(String text) {
        var key = new StringBuilder();
        var composed = Normalizer.normalize(withoutSpacingMarks(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        composed.codePoints().forEach(point -> append(key, point));
        return key.toString();
    }

    /** ゛ and ゜ typed by themselves belong to the kana before them; NFKC would put a space between. */
    private static String withoutSpacingMarks(String text) {
        return text.replace('\u309B', '\u3099').replace('\u309C', '\u309A').replace('\uFF9E', '\u3099').replace(
                '\uFF9F',
                '\u309A');
    }

    private static void append(StringBuilder key, int point) {
        int folded = VariantCharacters.fold(kana(point));
        if (folded == 0x30FC || !Character.isLetterOrDigit(folded)) {
            return;
        }
        if (Character.UnicodeScript.of(folded) == Character.UnicodeScript.LATIN) {
            key.append(latin(folded));
        } else {
            key.appendCodePoint(folded);
        }
    }

    private static int kana(int point) {
        int hiragana = point >= 'ァ' && point <= 'ヶ' ? point - ('ァ' - 'ぁ') : point;
        int small = SMALL.indexOf(hiragana);
        int large = small >= 0 ? LARGE.charAt(small) : hiragana;
        int alike = ALIKE.indexOf(large);
        return alike >= 0 ? SAID.charAt(alike) : large;
    }

    /** Without marks; letters that are no plain letter with a mark are spelt out (ICAO Doc 9303-3, section 6). */
    private static String latin(int point) {
        return switch (point) {
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'ħ' -> "h";
            case 'ŧ' -> "t";
            case 'ı' -> "i";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ß' -> "ss";
            case 'þ' -> "th";
            case 'ŋ' -> "n";
            default -> Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD).codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        };
    }
}

package jp.madoguchi.forms.japanese;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Kana as forms need it: full-width katakana for readings, half-width for bank files (全銀).
 */
public final class Kana {

    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String HALF_WIDTH = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｦ";
    private static final String FULL_WIDTH = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンヲ";

    private Kana() {}

    /**
     * Full-width katakana for hiragana and half-width katakana; other characters stay, so that they can be refused.
     * Code points are shifted one by one because ICU's transform turns カガヤー into かがやあ on the way.
     */
    public static String katakana(String text) {
        var composed = Normalizer.normalize(joinable(text), Normalizer.Form.NFKC);
        var out = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if ((c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ') {
                out.appendCodePoint(c + ('ァ' - 'ぁ'));
            } else if (c == ' ') {
                out.append('\u3000');
            } else if (c == '=' || c == '゠') {
                out.append('＝');
            } else if (Digits.isHyphen(c)) {
                out.append('ー');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether there is nothing but full-width katakana, ー, ・, ＝ (as in ジャン＝ポール) and ideographic spaces. */
    public static boolean isKatakana(String text) {
        return text.codePoints().allMatch(
                c -> (c >= 'ァ' && c <= 'ヺ') || c == 'ー' || c == '・' || c == 'ヽ' || c == 'ヾ' || c == '＝'
                        || c == '\u3000');
    }

    /**
     * The account holder as banks exchange it: half-width, small kana made large, ー as {@code -}; none where a
     * character has no place in a bank file (全国銀行協会 レコード・フォーマット; no comma, no kanji).
     */
    public static Optional<String> bank(String text) {
        var katakana = Normalizer.normalize(Normalizer.normalize(joinable(text), Normalizer.Form.NFKC),
                Normalizer.Form.NFD);
        var out = new StringBuilder();
        for (int c : katakana.codePoints().toArray()) {
            int kana = c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c;
            int small = SMALL.indexOf(kana);
            int full = FULL_WIDTH.indexOf(small >= 0 ? LARGE.charAt(small) : kana);
            if (full >= 0) {
                out.append(HALF_WIDTH.charAt(full));
            } else if (kana == 'ヰ' || kana == 'ヱ') {
                out.append(kana == 'ヰ' ? 'ｲ' : 'ｴ');
            } else if (kana == '\u3099' || kana == '゛') {
                out.append('ﾞ');
            } else if (kana == '\u309A' || kana == '゜') {
                out.append('ﾟ');
            } else if (Digits.isHyphen(kana)) {
                out.append('-');
            } else if (Digits.isSpace(kana)) {
                out.append(' ');
            } else if ((kana >= '0' && kana <= '9') || (kana >= 'A' && kana <= 'Z')
                    || "()./".indexOf(kana) >= 0) {
                out.append((char) kana);
            } else if (kana >= 'a' && kana <= 'z') {
                out.append((char) (kana - 'a' + 'A'));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(out.toString());
    }

    /**
     * Voicing marks that stand by themselves (U+309B, U+309C, as some keyboards and scanners give them) as the ones that join
     * the kana before them; NFKC would put a space there.
     */
    private static String joinable(String text) {
        return text.replace('\u309B', '\u3099').replace('\u309C', '\u309A').replace('\uFF9E', '\u3099')
                .replace('\uFF9F', '\u309A');
    }
}

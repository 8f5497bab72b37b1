package jp.madoguchi.portal.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What was typed into the search box, in one writing: NFKC, lower case, no variation selectors, single spaces, and no
 * space between Japanese characters, where it parts nothing.
 *
 * @param text at most {@value #LONGEST} code points of it
 */
record Typed(String text) {

    static final int LONGEST = 100;

    static Typed of(String typed) {
        return new Typed(plain(shortened(typed)));
    }

    static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) <= LONGEST
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, LONGEST));
    }

    /** Any text in the same writing, of whatever length. */
    static String plain(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(normal.length());
        boolean space = false;
        for (int i = 0; i < normal.length(); i++) {
            char at = normal.charAt(i);
            if (Character.isWhitespace(at) || Character.isISOControl(at)) {
                space = true;
            } else if (at < 0xFE00 || at > 0xFE0F) {
                if (space && !plain.isEmpty() && !(isJapanese(plain.charAt(plain.length() - 1)) && isJapanese(at))) {
                    plain.append(' ');
                }
                space = false;
                plain.append(at);
            }
        }
        return plain.toString();
    }

    private static boolean isJapanese(char at) {
        return at >= 0x3005 && at <= 0x30FF || at >= 0x3400 && at <= 0x9FFF;
    }
}

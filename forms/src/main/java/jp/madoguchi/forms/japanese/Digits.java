package jp.madoguchi.forms.japanese;

/**
 * Digits as people type them: half or full width, with the hyphens and spaces of the day.
 */
public final class Digits {

    private Digits() {}

    /** Full-width digits become half-width ones; everything else stays. */
    public static String halfWidth(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
        }
        return out.toString();
    }

    /** Half-width digits without spaces and hyphens; what is neither stays, so that it can be refused. */
    public static String compact(String text) {
        var half = halfWidth(text);
        var out = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (!isHyphen(c) && !isSpace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether the text is this many half-width digits and nothing else. */
    public static boolean areOnly(String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The many dashes that keyboards produce for a hyphen, the long-vowel mark included. */
    public static boolean isHyphen(int c) {
        return "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\u30FC\uFF70\u2500\u301C\uFF5E".indexOf(c) >= 0;
    }

    public static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether there is nothing to be seen: white space, ideographic spaces included, and characters that show nothing by themselves. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> isSpace(c) || isUnseen(c));
    }

    /** Joiners, fillers and selectors that may stand in a text and show nothing (Unicode Default_Ignorable_Code_Point), and the empty braille pattern. */
    private static boolean isUnseen(int c) {
        return c == 0x200C || c == 0x200D || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5
                || c == 0x2800 || c == 0x3164 || c == 0xFFA0 || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** The text without white space at its ends, ideographic spaces included. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}

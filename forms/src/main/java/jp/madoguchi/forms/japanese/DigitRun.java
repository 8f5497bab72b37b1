package jp.madoguchi.forms.japanese;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with nothing but separators between them, as people write numbers: half or full width, circled, kanji
 * 〇一二 and 大字 one by one, digits of other scripts; parted by spaces, line breaks, hyphens, dots, commas, slashes and underscores.
 * What cannot be seen (zero-width characters, variation selectors, the frame of a keycap) is looked through.
 *
 * @param groups in the order of the text
 */
record DigitRun(List<Group> groups) {

    private static final String KANJI = "〇一二三四五六七八九";
    private static final String FORMAL = "零壱弐参肆伍陸漆捌玖";
    private static final String OLDER = "零壹貳參肆伍陸柒捌玖";
    private static final String DOTS = ".．・･·•‧∙｡。";
    private static final String COMMAS = ",，";
    private static final String SLASHES = "/／⁄∕\\＼￥";
    private static final String UNDERSCORES = "_＿";
    /** More between two digits than " - " and a doubled one parts two numbers. */
    private static final int LONGEST_GAP = 4;

    /**
     * @param digits half-width
     * @param gap kind of what stands before it: a separator's first character of its kind; {@code 0} at the beginning
     * @param from index of its first character in the text
     * @param to index after its last character
     */
    record Group(String digits, char gap, int from, int to) {
        int size() {
            return digits.length();
        }
    }

    /** All runs of a text; none where there are fewer digits than {@code least}. */
    static List<DigitRun> in(String text, int least) {
        return countOfDigits(text) < least ? List.of() : new Reader(text).read();
    }

    String digits(int from, int to) {
        var out = new StringBuilder();
        groups.subList(from, to).forEach(group -> out.append(group.digits()));
        return out.toString();
    }

    int size() {
        return groups.stream().mapToInt(Group::size).sum();
    }

    private static int countOfDigits(String text) {
        return text.codePoints().map(c -> valueOf(c) < 0 ? 0 : valueOf(c) > 9 ? 2 : 1).sum();
    }

    /** The number a character stands for, 0 to 50; -1 for none. */
    private static int valueOf(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        if (c == 'Ο' || c == '○' || c == '◯') {
            return -1;
        }
        int kanji = Math.max(KANJI.indexOf(c), Math.max(FORMAL.indexOf(c), OLDER.indexOf(c)));
        if (kanji >= 0) {
            return kanji;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> {
                int value = Character.getNumericValue(c);
                yield value > 50 ? -1 : Math.max(value, -1);
            }
            default -> -1;
        };
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
            case Character.NON_SPACING_MARK -> c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F)
                    || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x0300 && c <= 0x036F);
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }

    /** The kind of a separator; 0 for what is none. */
    private static char gapOf(int c) {
        if (c == '\n' || c == '\r') {
            return '\n';
        }
        if (Digits.isSpace(c)) {
            return ' ';
        }
        if (Digits.isHyphen(c) || c == '~' || c == '‾' || c == '﹣' || c == '⁃') {
            return '-';
        }
        if (COMMAS.indexOf(c) >= 0) {
            return ',';
        }
        return DOTS.indexOf(c) >= 0 ? '.' : SLASHES.indexOf(c) >= 0 ? '/' : UNDERSCORES.indexOf(c) >= 0 ? '_' : 0;
    }

    private static final class Reader {

        private final String text;
        private final List<DigitRun> runs = new ArrayList<>();
        private List<Group> groups = new ArrayList<>();
        private final StringBuilder digits = new StringBuilder();
        private char gap;
        private int gapLength;
        private int from;
        private int to;

        Reader(String text) {
            this.text = text;
        }

        List<DigitRun> read() {
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int c = text.codePointAt(i);
                int value = valueOf(c);
                if (value >= 0) {
                    if (digits.isEmpty()) {
                        from = i;
                    }
                    digits.append(value);
                    to = i + Character.charCount(c);
                } else if (!isUnseen(c)) {
                    between(gapOf(c));
                }
            }
            between((char) 0);
            return runs;
        }

        private void between(char kind) {
            if (!digits.isEmpty()) {
                groups.add(new Group(digits.toString(), groups.isEmpty() ? 0 : gap, from, to));
                digits.setLength(0);
                gap = 0;
                gapLength = 0;
            }
            gapLength++;
            if (kind == 0 || gapLength > LONGEST_GAP) {
                if (!groups.isEmpty()) {
                    runs.add(new DigitRun(List.copyOf(groups)));
                    groups = new ArrayList<>();
                }
            } else if (gap == 0 || gap == ' ') {
                // " - " is a hyphen that somebody gave room.
                gap = kind;
            }
        }
    }
}

package jp.madoguchi.forms.japanese;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers up to 9,999 in kanji (九, 十二, 三十一, 百五, 二〇二六) as digits, as they stand in dates, times and addresses. */
public final class KanjiNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String DIGIT = "([一二三四五六七八九]?)";
    private static final Pattern UNITS = Pattern.compile("(?=[一二三四五六七八九]?[十百千])(?:" + DIGIT + "(千))?(?:" + DIGIT
            + "(百))?(?:" + DIGIT + "(十))?" + DIGIT);

    private KanjiNumber() {}

    public static String inDigits(String text) {
        var whole = UNITS.matcher(text).replaceAll(KanjiNumber::withUnits);
        var out = new StringBuilder(whole.length());
        whole.chars().forEach(c -> {
            int digit = DIGITS.indexOf(c);
            out.append(digit >= 0 ? (char) ('0' + digit) : (char) c);
        });
        return out.toString();
    }

    private static String withUnits(MatchResult found) {
        int number = times(found, 1, 1_000) + times(found, 3, 100) + times(found, 5, 10) + digit(found.group(7));
        return Matcher.quoteReplacement(String.valueOf(number));
    }

    /** A unit without a digit before it stands for itself once. */
    private static int times(MatchResult found, int group, int unit) {
        return found.group(group + 1) == null ? 0 : Math.max(1, digit(found.group(group))) * unit;
    }

    private static int digit(String kanji) {
        return kanji.isEmpty() ? 0 : DIGITS.indexOf(kanji);
    }
}

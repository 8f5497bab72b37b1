package jp.madoguchi.forms.field;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers up to 99 and years in kanji (九, 十二, 三十一, 二〇二六) as digits, as they stand in dates and times. */
final class KanjiNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern TENS = Pattern.compile("([一二三四五六七八九]?)十([一二三四五六七八九]?)");

    private KanjiNumber() {}

    static String inDigits(String text) {
        var tens = TENS.matcher(text).replaceAll(KanjiNumber::tens);
        var out = new StringBuilder(tens.length());
        tens.chars().forEach(c -> {
            int digit = DIGITS.indexOf(c);
            out.append(digit >= 0 ? (char) ('0' + digit) : (char) c);
        });
        return out.toString();
    }

    private static String tens(MatchResult found) {
        int ten = found.group(1).isEmpty() ? 1 : DIGITS.indexOf(found.group(1));
        int one = found.group(2).isEmpty() ? 0 : DIGITS.indexOf(found.group(2));
        return Matcher.quoteReplacement(String.valueOf(ten * 10 + one));
    }
}

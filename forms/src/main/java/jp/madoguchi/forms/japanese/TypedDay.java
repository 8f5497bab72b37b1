package jp.madoguchi.forms.japanese;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people type it into one box: 1990-04-02, 1990/4/2, 19900402, 1990年4月2日, 平成2年4月2日, 平2.4.2, H2.4.2, H020402,
 * 昭和元年12月25日, 平成二年四月二日; in any width.
 */
public final class TypedDay {

    private static final String KANJI = "〇一二三四五六七八九";
    private static final Pattern TENS = Pattern.compile("([1-9]?)十([1-9]?)");
    private static final String ERA = "(明治|大正|昭和|平成|令和|[明大昭平令mtshr])?";
    private static final Pattern PARTS = Pattern
            .compile(ERA + "([0-9]{1,4})(?:年|[-./])([0-9]{1,2})(?:月|[-./])([0-9]{1,2})日?");
    private static final Pattern WESTERN_DIGITS = Pattern.compile("()([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern ERA_DIGITS = Pattern
            .compile("(明治|大正|昭和|平成|令和|[明大昭平令mtshr])([0-9]{2})([0-9]{2})([0-9]{2})");

    private TypedDay() {}

    /** None where the text is no day, or a day that an era does not have (昭和65年). */
    public static Optional<LocalDate> read(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var text = plain(typed);
        for (var form : new Pattern[]{PARTS, WESTERN_DIGITS, ERA_DIGITS}) {
            var found = form.matcher(text);
            if (found.matches()) {
                return day(found);
            }
        }
        return Optional.empty();
    }

    private static String plain(String typed) {
        var text = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(point -> !Digits.isSpace(point)).forEach(point -> {
                    int digit = KANJI.indexOf(point);
                    if (digit >= 0) {
                        text.append(digit);
                    } else if (Digits.isHyphen(point)) {
                        text.append('-');
                    } else if (point == '・') {
                        text.append('.');
                    } else {
                        text.appendCodePoint(point);
                    }
                });
        var tens = TENS.matcher(text).replaceAll(part -> (part.group(1).isEmpty() ? "1" : part.group(1))
                + (part.group(2).isEmpty() ? "0" : part.group(2)));
        return tens.replace("元年", "1年");
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            int year = Integer.parseInt(parts.group(2));
            int month = Integer.parseInt(parts.group(3));
            int day = Integer.parseInt(parts.group(4));
            var name = parts.group(1);
            if (name == null || name.isEmpty()) {
                return year < 1800 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
            }
            return Arrays.stream(Era.values())
                    .filter(era -> era.title().startsWith(name) || era.letter().equalsIgnoreCase(name)).findFirst()
                    .flatMap(era -> Optional.of(LocalDate.of(era.western(year), month, day)).filter(era::contains));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

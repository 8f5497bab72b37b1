package jp.madoguchi.forms.field;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.japanese.Era;
import jp.madoguchi.forms.japanese.KanjiNumber;

import org.jspecify.annotations.Nullable;

/**
 * Year, month and day as they are typed: western or era years, 元 or 1, full-width digits.
 */
final class CalendarParts {

    enum Message implements MessageKey {
        YEAR_MISSING, MONTH_MISSING, DAY_MISSING, TWO_ERAS, WESTERN_YEAR, ERA_NOT_CHOSEN, ERA_YEAR, MONTH, DAY, BEFORE_ERA, AFTER_ERA
    }

    private static final Pattern ERA_YEAR = Pattern
            .compile("(明治?|大正?|昭和?|平成?|令和?|[MTSHRmtshr])[. ]*(元|[0-9]{1,2})");
    private static final Pattern WHOLE = Pattern.compile(
            "(.*?[0-9元])\\s*[年/.\\-]\\s*([0-9]{1,2})(?:\\s*[月/.\\-]\\s*([0-9]{1,2})\\s*日?|\\s*月?)");
    private static final Pattern RUN = Pattern.compile("((?:18|19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})");

    private CalendarParts() {}

    /** A whole date that was typed or pasted into the field of the year, in its parts; anything else as it was. */
    static Typed spread(Typed typed) {
        boolean alone = typed.trimmed("month").isEmpty() && typed.trimmed("day").isEmpty();
        var text = KanjiNumber.inDigits(Normalizer.normalize(typed.trimmed("year"), Normalizer.Form.NFKC));
        var run = RUN.matcher(text);
        var match = run.matches() ? run : WHOLE.matcher(text);
        if (!alone || !match.matches()) {
            return typed;
        }
        var parts = new LinkedHashMap<>(typed.parts());
        parts.put("year", List.of(match.group(1)));
        parts.put("month", List.of(match.group(2)));
        if (match.group(3) != null) {
            parts.put("day", List.of(match.group(3)));
        }
        return new Typed(parts);
    }

    /** @param era null for a western year */
    record Year(@Nullable Era era, int western) {

        /** 「平成31年」. */
        String words() {
            return era == null ? western + "年" : era.title() + (western - era.western(1) + 1) + "年";
        }
    }

    static @Nullable Year year(Typed typed, Flaws flaws) {
        var letter = typed.trimmed("era").toUpperCase(Locale.ROOT);
        var text = KanjiNumber.inDigits(Normalizer.normalize(typed.trimmed("year"), Normalizer.Form.NFKC)).strip();
        if (text.endsWith("年")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        var named = ERA_YEAR.matcher(text);
        if (named.matches()) {
            var era = Era.named(named.group(1));
            boolean another = !letter.isEmpty() && !letter.equals("AD") && !era.letter().equals(letter);
            if (another) {
                flaws.add("year", "year", Message.TWO_ERAS);
                return null;
            }
            letter = era.letter();
            text = named.group(2);
        } else if (text.startsWith("西暦")) {
            letter = "AD";
            text = text.substring(2).strip();
        }
        if (text.isEmpty()) {
            flaws.add("year", "incomplete", Message.YEAR_MISSING);
            return null;
        }
        if (letter.isEmpty() || letter.equals("AD")) {
            if (!Digits.areOnly(text, 4, 4) || Integer.parseInt(text) < 1800) {
                flaws.add("year", "year", Message.WESTERN_YEAR);
                return null;
            }
            return new Year(null, Integer.parseInt(text));
        }
        var era = Era.ofLetter(letter);
        if (era.isEmpty()) {
            flaws.add("era", "era", Message.ERA_NOT_CHOSEN);
            return null;
        }
        var digits = text.equals("元") ? "1" : text;
        if (!Digits.areOnly(digits, 1, 2) || Integer.parseInt(digits) < 1) {
            flaws.add("year", "year", Message.ERA_YEAR, era.get().title());
            return null;
        }
        return new Year(era.get(), era.get().western(Integer.parseInt(digits)));
    }

    static @Nullable Integer number(Typed typed, String part, int most, Flaws flaws) {
        var month = part.equals("month");
        var counter = month ? "月" : "日";
        var text = KanjiNumber.inDigits(Normalizer.normalize(typed.trimmed(part), Normalizer.Form.NFKC)).strip();
        if (text.endsWith(counter)) {
            text = Digits.trim(text.substring(0, text.length() - 1));
        }
        if (text.isEmpty()) {
            flaws.add(part, "incomplete", month ? Message.MONTH_MISSING : Message.DAY_MISSING);
            return null;
        }
        if (!Digits.areOnly(text, 1, 2) || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            flaws.add(part, part, month ? Message.MONTH : Message.DAY, most);
            return null;
        }
        return Integer.parseInt(text);
    }

    static void outsideOfEra(Era era, LocalDate date, Flaws flaws) {
        var last = era.last();
        if (date.isBefore(era.first())) {
            flaws.add("year", "outside-of-era", Message.BEFORE_ERA, era.title(), era.first().getYear(),
                    era.first().getMonthValue(), era.first().getDayOfMonth(), era.first());
        } else if (last != null) {
            flaws.add("year", "outside-of-era", Message.AFTER_ERA, era.title(), Era.format(last), Era.format(date),
                    last);
        }
    }

    /** Printed back as a western date, whatever was typed: one stored form, one shown form. */
    static Typed print(int year, int month, @Nullable Integer day) {
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put("era", List.of("AD"));
        parts.put("year", List.of(String.valueOf(year)));
        parts.put("month", List.of(String.valueOf(month)));
        if (day != null) {
            parts.put("day", List.of(String.valueOf(day)));
        }
        return new Typed(parts);
    }
}

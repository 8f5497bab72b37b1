package jp.madoguchi.platform.calendar;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Dates written in Japanese eras (和暦), as official letters do: 令和8年11月20日, and 元年 for an era's first year. */
public final class EraDate {

    /** Before this day Japan did not use the Gregorian calendar, and Java's era dates do not exist. */
    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

    /** The JDK makes a formatter anew for every name it is asked for. */
    private static final Map<JapaneseEra, String> NAMES = Arrays.stream(JapaneseEra.values())
            .collect(Collectors.toUnmodifiableMap(era -> era, era -> era.getDisplayName(TextStyle.FULL, Locale.JAPAN)));

    private EraDate() {}

    /** The date in its era; a day before 1873 is written in the western calendar. */
    public static String written(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return "西暦%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        JapaneseDate date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        return NAMES.get(date.getEra()) + (year == 1 ? "元" : year) + "年" + day.getMonthValue() + "月"
                + day.getDayOfMonth() + "日";
    }
}

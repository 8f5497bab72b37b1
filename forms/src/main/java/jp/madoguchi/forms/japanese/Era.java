package jp.madoguchi.forms.japanese;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The eras (元号) with their exact first and last days. The JDK's lenient calendar takes 昭和64年1月8日 and
 * 平成31年5月1日; this table does not.
 */
public enum Era {

    /** Input begins on 1873-01-01, the first day of the solar calendar. */
    MEIJI("M", "明治", 1868, LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 29)), TAISHO("T", "大正", 1912,
            LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)), SHOWA("S", "昭和", 1926, LocalDate.of(1926, 12, 25),
                    LocalDate.of(1989, 1, 7)), HEISEI("H", "平成", 1989, LocalDate.of(1989, 1, 8),
                            LocalDate.of(2019, 4, 30)), REIWA("R", "令和", 2019, LocalDate.of(2019, 5, 1), null);

    private final String letter;
    private final String title;
    private final int firstYear;
    private final LocalDate first;
    private final @Nullable LocalDate last;

    Era(String letter, String title, int firstYear, LocalDate first, @Nullable LocalDate last) {
        this.letter = letter;
        this.title = title;
        this.firstYear = firstYear;
        this.first = first;
        this.last = last;
    }

    /** The letter in form fields: {@code M T S H R}. */
    public String letter() {
        return letter;
    }

    /** 「令和」. */
    public String title() {
        return title;
    }

    public LocalDate first() {
        return first;
    }

    /** The last day, or null for the era of today. */
    public @Nullable LocalDate last() {
        return last;
    }

    /** The western year of a year of this era, from 1. */
    public int western(int year) {
        return firstYear + year - 1;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && (last == null || !date.isAfter(last));
    }

    public static Optional<Era> ofLetter(String letter) {
        return Arrays.stream(values()).filter(era -> era.letter.equalsIgnoreCase(letter)).findFirst();
    }

    /**
     * The era that a name begins: 「令和」, 「令」, {@code R}, {@code r}.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static Era named(String name) {
        return Arrays.stream(values())
                .filter(era -> era.letter.equalsIgnoreCase(name) || (!name.isEmpty() && era.title.startsWith(name)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("no era"));
    }

    /** The era of a day, none before 1873. */
    public static Optional<Era> of(LocalDate date) {
        return Arrays.stream(values()).filter(era -> era.contains(date)).findFirst();
    }

    /** 「令和元年」, 「昭和64年」; the western year before 1873. */
    public static String yearOf(LocalDate date) {
        return of(date).map(era -> {
            int year = date.getYear() - era.firstYear + 1;
            return era.title + (year == 1 ? "元" : String.valueOf(year)) + "年";
        }).orElse(date.getYear() + "年");
    }

    /** 「令和8年11月20日」. */
    public static String format(LocalDate date) {
        return yearOf(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}

package jp.madoguchi.forms.japanese;

import java.time.LocalDate;
import java.time.Period;

/**
 * Age by law (年齢計算ニ関スル法律; 民法 143条): a year of age is attained at the end of the day before the birthday.
 */
public final class Age {

    private Age() {}

    /** The age in whole years on the day; negative before birth. Someone born on 1 April is a year older on 31 March. */
    public static int on(LocalDate birth, LocalDate day) {
        return Period.between(birth, day.plusDays(1)).getYears() - (day.plusDays(1).isBefore(birth) ? 1 : 0);
    }
}

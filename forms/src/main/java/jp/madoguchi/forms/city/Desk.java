package jp.madoguchi.forms.city;

import java.util.List;

/**
 * Whom residents can ask.
 *
 * @param name of the desk
 * @param nameEn the same in English; what has no English is empty, here and below
 * @param phone as it is dialled, with hyphens; empty where the desk has none
 * @param hours in which the phone is answered, in words
 * @param counter where one can go instead, with its hours; empty where one cannot
 * @param covers names of the offices and bureaus it answers for; empty for the desk that answers for everything
 */
public record Desk(String name, String nameEn, String phone, String hours, String hoursEn, String counter,
        String counterEn, List<String> covers) {

    public Desk {
        covers = List.copyOf(covers);
    }
}

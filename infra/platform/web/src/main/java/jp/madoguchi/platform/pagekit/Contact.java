package jp.madoguchi.platform.pagekit;

import java.util.List;

/**
 * Whom to ask.
 *
 * @param name of the desk
 * @param phone as it is dialled, with hyphens; empty where the desk has none
 * @param hours in which the phone is answered, in words
 * @param counter where one can go instead, with its hours; empty where one cannot
 * @param covers names of the offices and bureaus it answers for
 * @param nameEn the name in English; empty where it has none
 * @param hoursEn the hours in English; empty where nobody translated them
 * @param counterEn the counter in English; empty where nobody translated it
 */
public record Contact(String name, String phone, String hours, String counter, List<String> covers, String nameEn,
        String hoursEn, String counterEn) {

    private static final String ENGLISH = "en";

    public Contact {
        covers = covers == null ? List.of() : List.copyOf(covers);
        phone = phone == null ? "" : phone;
        hours = hours == null ? "" : hours;
        counter = counter == null ? "" : counter;
        nameEn = nameEn == null ? "" : nameEn;
        hoursEn = hoursEn == null ? "" : hoursEn;
        counterEn = counterEn == null ? "" : counterEn;
    }

    /** The desk as it is called in a language; what has no words of its own there stays in Japanese. */
    public Contact in(String language) {
        return language.equals(ENGLISH)
                ? new Contact(nameEn.isEmpty() ? name : nameEn, phone, hoursEn.isEmpty() ? hours : hoursEn,
                        counterEn.isEmpty() ? counter : counterEn, covers, nameEn, hoursEn, counterEn)
                : this;
    }

    /** For a {@code tel:} address (RFC 3966): digits only. */
    public String dialled() {
        return phone.replaceAll("[^0-9+]", "");
    }
}

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
 */
public record Contact(String name, String phone, String hours, String counter, List<String> covers) {

    public Contact {
        covers = covers == null ? List.of() : List.copyOf(covers);
        phone = phone == null ? "" : phone;
        hours = hours == null ? "" : hours;
        counter = counter == null ? "" : counter;
    }

    /** For a {@code tel:} address (RFC 3966): digits only. */
    public String dialled() {
        return phone.replaceAll("[^0-9+]", "");
    }
}

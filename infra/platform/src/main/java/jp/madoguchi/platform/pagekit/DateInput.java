package jp.madoguchi.platform.pagekit;

import java.util.List;

/**
 * The four inputs of a date as typed, valid or not.
 *
 * @param eras     eras to choose from, the first one preselected when nothing was chosen
 * @param autofill whether this is the birthday of the person at the screen (autofill tokens bday-*)
 */
public record DateInput(Part era, Part year, Part month, Part day, List<Option> eras, boolean autofill) {

    /** One input: name posted, text typed, and whether it is (part of) what is wrong. */
    public record Part(String name, String value, boolean wrong) {}

    /** 西暦 and the eras a living person can have been born in. */
    public static final List<Option> ERAS = List.of(Option.of("seireki", "西暦"), Option.of("reiwa", "令和"),
            Option.of("heisei", "平成"), Option.of("showa", "昭和"), Option.of("taisho", "大正"),
            Option.of("meiji", "明治"));
}

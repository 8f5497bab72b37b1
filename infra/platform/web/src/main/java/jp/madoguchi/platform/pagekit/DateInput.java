package jp.madoguchi.platform.pagekit;

import java.util.List;

/**
 * The four inputs of a date as typed, valid or not. They are posted as {@code <name>.era}, {@code .year}, {@code .month}
 * and {@code .day}.
 *
 * @param wrong    names of the parts that are wrong: era, year, month, day
 * @param autofill whether this is the birthday of the person at the screen (autofill tokens bday-*)
 */
public record DateInput(String era, String year, String month, String day, List<String> wrong, boolean autofill) {

    /** Western years and the eras a date in an application can fall in, by the codes of the forms module. */
    public static final List<String> ERAS = List.of("AD", "R", "H", "S", "T", "M");

    public DateInput {
        wrong = List.copyOf(wrong);
    }

    public String value(String part) {
        return switch (part) {
            case "year" -> year;
            case "month" -> month;
            default -> day;
        };
    }

    /** Value of {@code aria-invalid} of one part; all are marked when the whole date is wrong. */
    public boolean isWrong(String part) {
        return wrong.contains(part);
    }
}

package jp.madoguchi.platform.pagekit;

/**
 * One choice of a radio group, check list or select.
 *
 * @param hint explanation below the label, empty for none
 */
public record Option(String value, String label, String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}

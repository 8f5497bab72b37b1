package jp.madoguchi.forms.definition;

/**
 * The standard processing period (標準処理期間, 行政手続法 6条), in business days from arrival; the day after counts as 1.
 *
 * @param businessDays 1 to 400
 * @param sample whether the figure is an assumption that the city must replace
 */
public record StandardPeriod(int businessDays, boolean sample) {
    public StandardPeriod {
        if (businessDays < 1 || businessDays > 400) {
            throw new IllegalArgumentException("standard period of " + businessDays + " business days");
        }
    }
}

package jp.madoguchi.forms.definition;

/**
 * How long the record is kept after 1 April following its completion.
 */
public enum RetentionClass {
    ONE_YEAR(1), THREE_YEARS(3), FIVE_YEARS(5), TEN_YEARS(10), THIRTY_YEARS(30);

    private final int years;

    RetentionClass(int years) {
        this.years = years;
    }

    public int years() {
        return years;
    }
}

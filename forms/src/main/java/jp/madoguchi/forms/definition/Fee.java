package jp.madoguchi.forms.definition;

import java.util.List;

import jp.madoguchi.forms.Localized;

/**
 * What the procedure costs.
 *
 * @param items empty where it is free
 * @param note how it is paid, shown beside the amounts
 */
public record Fee(List<Amount> items, Localized note) {

    public Fee {
        items = List.copyOf(items);
    }

    /** An amount in yen, 0 or more. */
    public record Amount(Localized label, int yen) {}
}

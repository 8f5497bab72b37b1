package jp.madoguchi.forms.definition;

import java.util.List;

import jp.madoguchi.forms.MessageKey;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.Term;

import org.jspecify.annotations.Nullable;

/**
 * What the procedure costs.
 *
 * @param items empty where it is free
 * @param note how it is paid, shown beside the amounts
 */
public record Fee(List<Amount> items, Localized note) {

    enum Message implements MessageKey {
        FREE
    }

    /** What holds where a procedure says nothing of a fee. */
    public static final Fee FREE = new Fee(List.of(), Message.FREE.text());

    public Fee {
        items = List.copyOf(items);
    }

    /**
     * One item of the fee.
     *
     * @param yen the amount, or the amount for one where it is multiplied; 0 or more
     * @param times by what it is multiplied (通数), or null for once
     * @param when owed only where this holds
     */
    public record Amount(Localized label, int yen, @Nullable Term times, Condition when) {

        /** Owed once, whatever is answered. */
        public Amount(Localized label, int yen) {
            this(label, yen, null, Condition.ALWAYS);
        }
    }
}

package jp.madoguchi.forms.field;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

import jp.madoguchi.forms.MessageKey;

/**
 * Checks and messages that fields of several kinds share.
 */
final class AnyField {

    enum Message implements MessageKey {
        WRONG_SHAPE, TOO_LONG, NOT_ENTERED, NOT_CHOSEN, NOT_IN_LIST
    }

    private AnyField() {}

    /** The answer belongs to another kind of question: its version has been mixed up. */
    static void wrong(Flaws flaws) {
        flaws.add("", "wrong-shape", Message.WRONG_SHAPE);
    }

    /** With its thousands parted. */
    static String grouped(BigDecimal value) {
        var format = NumberFormat.getInstance(Locale.JAPAN);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /** At most so many code points. */
    static void length(String part, String value, int most, Flaws flaws) {
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            flaws.add(part, "too-long", Message.TOO_LONG, most, length);
        }
    }
}

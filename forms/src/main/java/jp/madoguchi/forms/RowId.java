package jp.madoguchi.forms;

import java.util.regex.Pattern;

/**
 * The stable name of one row of a repeat, so that a correction can be compared with what stood there before.
 *
 * @param value 1 to 16 lower-case letters and digits
 */
public record RowId(String value) implements Comparable<RowId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,16}");

    public RowId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a row id: " + value);
        }
    }

    /** Whether the text could be a row id; never throws. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(RowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

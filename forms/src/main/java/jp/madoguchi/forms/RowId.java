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

    /** The number in ids of the form {@code r7}, at most 99,999,999; 0 for every other form. */
    public int number() {
        if (value.length() < 2 || value.length() > 9 || value.charAt(0) != 'r') {
            return 0;
        }
        int number = 0;
        for (int i = 1; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
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

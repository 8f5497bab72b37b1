package jp.madoguchi.forms;

import java.util.regex.Pattern;

/**
 * The stable name of a page within a procedure.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens, beginning with a letter
 */
public record PageId(String value) implements Comparable<PageId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public PageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a page id: " + value);
        }
    }

    /** Whether the text could be a page id; never throws. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

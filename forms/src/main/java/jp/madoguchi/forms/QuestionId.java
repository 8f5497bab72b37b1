package jp.madoguchi.forms;

import java.util.regex.Pattern;

/**
 * The stable name of a question or of a repeat; unique within a procedure for good, because answers, statistics and conditions are keyed by it.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens, beginning with a letter
 */
public record QuestionId(String value) implements Comparable<QuestionId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public QuestionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a question id: " + value);
        }
    }

    /** Whether the text could be a question id; never throws. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

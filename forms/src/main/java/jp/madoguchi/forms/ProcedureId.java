package jp.madoguchi.forms;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The stable name of a procedure, part of its address: {@code jido-teate}.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens, beginning with a letter
 */
public record ProcedureId(String value) implements Comparable<ProcedureId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public ProcedureId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a procedure id: " + value);
        }
    }

    /** Whether the text could be a procedure id; never throws. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** Of a text that may be anything, such as a part of an address; empty where it is no id. */
    public static Optional<ProcedureId> parse(String text) {
        return isValid(text) ? Optional.of(new ProcedureId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(ProcedureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package jp.madoguchi.backoffice.reform;

import java.util.OptionalDouble;

/**
 * A part of a whole.
 *
 * @param part 0 to {@code whole}
 */
public record Share(long part, long whole) {

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("not a share: " + part + " of " + whole);
        }
    }

    /** 0 to 1; empty where there is nothing to have a share of. */
    public OptionalDouble rate() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}

package jp.madoguchi.backoffice.insight;

import java.util.OptionalDouble;

/**
 * A rate as it may be told.
 *
 * @param part 0 to {@code n}
 * @param n of how many; always told
 */
record Ratio(long part, long n) {

    Ratio {
        if (part < 0 || part > n) {
            throw new IllegalArgumentException("not a part: " + part + " of " + n);
        }
    }

    /** 0 to 1; empty where n is under {@value Spread#FEWEST}. */
    OptionalDouble rate() {
        return n < Spread.FEWEST ? OptionalDouble.empty() : OptionalDouble.of((double) part / n);
    }
}

package jp.madoguchi.backoffice.insight;

/**
 * A part of a whole, both counted; {@link Say#rate} says how it may be told.
 *
 * @param part 0 to {@code n}
 * @param n of how many
 */
record Ratio(long part, long n) {

    Ratio {
        if (part < 0 || part > n) {
            throw new IllegalArgumentException("not a part: " + part + " of " + n);
        }
    }
}

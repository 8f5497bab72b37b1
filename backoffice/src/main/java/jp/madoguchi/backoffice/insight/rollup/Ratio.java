package jp.madoguchi.backoffice.insight.rollup;

/**
 * A part of a whole, both counted.
 *
 * @param part 0 to {@code n}
 * @param n of how many
 */
public record Ratio(long part, long n) {

    public Ratio {
        if (part < 0 || part > n) {
            throw new IllegalArgumentException("not a part: " + part + " of " + n);
        }
    }
}

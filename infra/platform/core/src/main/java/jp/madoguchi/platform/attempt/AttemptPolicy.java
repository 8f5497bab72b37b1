package jp.madoguchi.platform.attempt;

import java.time.Duration;

/**
 * How many tries something allows.
 *
 * @param name of what is guarded, part of the key
 * @param tries in a row, at least 1
 * @param refill time after which one try comes back
 */
public record AttemptPolicy(String name, int tries, Duration refill) {

    public AttemptPolicy {
        if (tries < 1 || refill.isNegative() || refill.isZero()) {
            throw new IllegalArgumentException("a policy needs a try and a refill: " + tries + ", " + refill);
        }
    }
}

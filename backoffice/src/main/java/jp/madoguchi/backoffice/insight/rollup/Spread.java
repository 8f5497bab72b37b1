package jp.madoguchi.backoffice.insight.rollup;

import java.util.Optional;

/**
 * What may be told of a set of times: how many, and the percentiles where there are enough of them.
 *
 * @param n how many times
 * @param points empty where n is under {@value #FEWEST}: so few would tell of single people
 */
public record Spread(long n, Optional<Points> points) {

    /** Fewest times from which a percentile is told. */
    public static final int FEWEST = 10;

    /** In the unit of the times. */
    public record Points(long median, long p75, long p90) {}

    static Spread of(Timings timings) {
        return timings.count() < FEWEST
                ? new Spread(timings.count(), Optional.empty())
                : new Spread(timings.count(), Optional
                        .of(new Points(timings.percentile(50), timings.percentile(75), timings.percentile(90))));
    }
}

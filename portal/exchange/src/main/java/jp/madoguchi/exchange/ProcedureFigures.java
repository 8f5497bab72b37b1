package jp.madoguchi.exchange;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How long a procedure takes, from what really happened. Tells of no single person: under {@value #FEWEST} there is no figure.
 *
 * @param since first day of what is counted; until {@code asOf}
 * @param filling active time of filling in, of those who handed in, in seconds; null where they are too few
 * @param working from arrival to the end, without the time the applicant had for corrections, in business days of the city, begun
 *     ones whole; null where ended cases are too few
 * @param asOf when it was counted; figures counted later take the place of earlier ones, never the other way round
 */
public record ProcedureFigures(LocalDate since, @Nullable Spread filling, @Nullable Spread working, Instant asOf) {

    /** Fewest cases that a figure may stand on. */
    public static final int FEWEST = 10;

    /**
     * @param n how many; {@value #FEWEST} or more
     * @param median half took so long or less; 0 or more
     * @param p90 nine of ten took so long or less; the median or more
     */
    public record Spread(long n, long median, long p90) {

        /** @throws IllegalArgumentException for figures that cannot be */
        public Spread {
            if (n < FEWEST || median < 0 || p90 < median) {
                throw new IllegalArgumentException("figures of " + n + ": " + median + ", " + p90);
            }
        }
    }
}

package jp.madoguchi.platform.queue;

import java.time.Duration;

/**
 * How long a worker has a row to itself, and when a row is tried again.
 *
 * @param lease after this time another worker takes the row, for the first has died; more than the work may take
 * @param first the wait after the first failure; doubles with each further one
 * @param longest the wait grows no further
 * @param giveUpAfter so many attempts, at least 1, and the row is put aside for a person
 */
public record RetryPolicy(Duration lease, Duration first, Duration longest, int giveUpAfter) {

    private static final int NEVER = Integer.MAX_VALUE;

    /** @throws IllegalArgumentException if a time is not positive, the bound is below the first wait, or there is no attempt */
    public RetryPolicy {
        if (!lease.isPositive() || !first.isPositive() || longest.compareTo(first) < 0 || giveUpAfter < 1) {
            throw new IllegalArgumentException("no policy: lease " + lease + ", waits from " + first + " to " + longest
                    + ", " + giveUpAfter + " attempts");
        }
    }

    /** Tried until it works. */
    public static RetryPolicy forEver(Duration lease, Duration first, Duration longest) {
        return new RetryPolicy(lease, first, longest, NEVER);
    }

    /** Tried for at least so long, with as many attempts as that takes. */
    public static RetryPolicy lasting(Duration lease, Duration first, Duration longest, Duration total) {
        var policy = forEver(lease, first, longest);
        int attempts = 1;
        for (var waited = Duration.ZERO; waited.compareTo(total) < 0; attempts++) {
            waited = waited.plus(policy.waitAfter(attempts));
        }
        return new RetryPolicy(lease, first, longest, attempts);
    }

    /** The wait after this many attempts. */
    public Duration waitAfter(int attempts) {
        // 2^30 of the shortest wait there is are longer than any wait that is wanted; more would overflow.
        var doubled = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 30));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** No row waits as long as this, unless the clock was set back meanwhile; twice the longest wait or lease. */
    public Duration furthest() {
        return (lease.compareTo(longest) > 0 ? lease : longest).multipliedBy(2);
    }

    /** Whether no attempt follows this one. */
    public boolean isLast(int attempt) {
        return attempt >= giveUpAfter;
    }

    /** Whether the attempts had ended before this one, and whoever made the last did not live to say what came of it. */
    public boolean isBeyond(int attempt) {
        return attempt > giveUpAfter;
    }
}

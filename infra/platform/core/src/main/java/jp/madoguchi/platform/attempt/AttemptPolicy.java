package jp.madoguchi.platform.attempt;

import java.time.Duration;

/**
 * How many tries something allows. A number are free; after those comes a pause that grows with each further try, and at the end a lock.
 *
 * @param name of what is guarded, part of the key
 * @param refilling whether one try after the other comes back with time, and trying during the pause makes it longer; else all come back
 *        together, and what is tried during the pause is not counted
 * @param free tries without a pause, at least 0
 * @param lockAt this try and any later one lead to the lock, more than {@code free}
 * @param pause after the first try that is not free: where tries come back, the time of one, else it doubles with each
 * @param lock the longest pause
 * @param memory after this time without a try all are free again
 */
public record AttemptPolicy(String name, boolean refilling, int free, int lockAt, Duration pause, Duration lock,
        Duration memory) {

    /** @throws IllegalArgumentException if it would allow nothing, or a time is not positive */
    public AttemptPolicy {
        if (free < 0 || lockAt <= free || !pause.isPositive() || !lock.isPositive() || !memory.isPositive()) {
            throw new IllegalArgumentException("no policy: " + name + ", " + free + " free, locked at " + lockAt
                    + ", pauses " + pause + " to " + lock + ", remembered " + memory);
        }
    }

    /**
     * A bucket of tries that refills. Trying on an empty bucket delays the refill by up to one more period.
     *
     * @param tries in a row, at least 1
     * @param refill time after which one try comes back
     */
    public AttemptPolicy(String name, int tries, Duration refill) {
        this(name, true, tries - 1, tries + 1, refill, refill.multipliedBy(2), refill.multipliedBy(tries + 1L));
    }

    /**
     * Tries that are slowed: a number are free, then the pause doubles from one second, then it is a lock.
     *
     * @param free tries without a pause
     * @param lockAt after this try, and any later one, the pause is the lock
     * @param memory after this time without a try the count starts anew
     */
    public static AttemptPolicy slowing(String name, int free, int lockAt, Duration lock, Duration memory) {
        return new AttemptPolicy(name, false, free, lockAt, Duration.ofSeconds(1), lock, memory);
    }
}

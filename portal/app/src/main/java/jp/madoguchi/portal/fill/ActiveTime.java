package jp.madoguchi.portal.fill;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Time in which a page was really worked on.
 *
 * @param millis 0 to 86,400,000
 * @param measured whether the page itself measured it; otherwise the server estimated
 */
public record ActiveTime(int millis, boolean measured) {

    /** Nobody who does nothing for longer is still working on the page. */
    private static final Duration IDLE = Duration.ofSeconds(90);
    private static final int MOST = (int) Duration.ofDays(1).toMillis();

    /**
     * What the page measured where it did, else an estimate from the time between showing and saving. Without a script
     * the server sees no pauses; it grants at most one idle limit per question, so that a page left open over lunch does
     * not count as an hour.
     *
     * @param measured the posted hidden field, empty or anything else if a stranger wrote it
     * @param shownAt when the page was shown, null where unknown
     * @param questions number of questions on the page
     */
    public static @Nullable ActiveTime of(String measured, @Nullable Instant shownAt, Instant savedAt, int questions) {
        if (measured.matches("[0-9]{1,9}")) {
            return new ActiveTime(Math.min(Integer.parseInt(measured), MOST), true);
        }
        if (shownAt == null || shownAt.isAfter(savedAt)) {
            return null;
        }
        var cap = IDLE.multipliedBy(Math.max(1, questions)).toMillis();
        return new ActiveTime((int) Math.min(Math.min(Duration.between(shownAt, savedAt).toMillis(), cap), MOST),
                false);
    }
}

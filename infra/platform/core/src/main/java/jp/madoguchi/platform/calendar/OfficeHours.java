package jp.madoguchi.platform.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The hours of a business day in which work is counted, without the break of noon: a queue keeps waiting while clerks eat.
 *
 * @param opens inclusive
 * @param closes exclusive, after {@code opens}
 */
public record OfficeHours(LocalTime opens, LocalTime closes) {

    /** 8:45 to 17:30, as the ward offices keep them. */
    public static final OfficeHours USUAL = new OfficeHours(LocalTime.of(8, 45), LocalTime.of(17, 30));

    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("an office must open before it closes: " + opens + " - " + closes);
        }
    }

    /** Length of one business day. */
    public Duration length() {
        return Duration.between(opens, closes);
    }
}

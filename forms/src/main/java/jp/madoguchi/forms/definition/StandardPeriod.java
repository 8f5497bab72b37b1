package jp.madoguchi.forms.definition;

import org.jspecify.annotations.Nullable;

/**
 * How long the city takes: its own standard processing period (標準処理期間, 行政手続法 6条), and the period that a law sets it, where
 * one does. Both run from arrival; the day after counts as 1. Neither moves later because its last day is a closed one: only an
 * applicant's own term does (民法 142条, 地方自治法 4条の2第4項), see {@link Due}.
 *
 * @param length 1 to 400
 * @param sample whether the figure is an assumption that the city must replace
 * @param statutory null where no law sets a period
 */
public record StandardPeriod(int length, Unit unit, boolean sample, @Nullable StatutoryPeriod statutory) {

    public StandardPeriod {
        if (length < 1 || length > 400) {
            throw new IllegalArgumentException("standard period of " + length);
        }
    }

    /** What is counted. */
    public enum Unit {
        /** Days on which the offices are open (開庁日). */
        BUSINESS_DAYS,
        /** Days of the calendar (暦日), closed ones included. */
        DAYS
    }

    /** How many days of the calendar it takes at the least, in weeks without a holiday. */
    public int fewestCalendarDays() {
        return unit == Unit.DAYS ? length : length + 2 * ((length - 1) / 5);
    }
}

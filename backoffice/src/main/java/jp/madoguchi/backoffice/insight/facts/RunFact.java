package jp.madoguchi.backoffice.insight.facts;

/**
 * One run of filling in.
 *
 * @param outcome {@code open}, {@code submitted}, {@code ended_elsewhere} or {@code abandoned}
 * @param activeMillis time in which the page was looked at and touched, milliseconds
 * @param measured false where the server estimated that time because the page could not measure it
 * @param elapsedMillis from opening to end, milliseconds
 */
public record RunFact(int version, String device, String outcome, long activeMillis, boolean measured,
        long elapsedMillis) {}

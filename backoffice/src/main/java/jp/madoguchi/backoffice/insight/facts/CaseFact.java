package jp.madoguchi.backoffice.insight.facts;

import java.util.Map;

/**
 * One case as it concerns a month.
 *
 * @param arrived whether it arrived in that month
 * @param closed whether it was closed in that month
 * @param corrections how often the applicant was asked for a correction
 * @param handOffs how often it changed hands
 * @param seconds where its time went, in seconds of office hours
 */
public record CaseFact(int version, String office, String channel, boolean arrived, boolean closed, int corrections,
        int handOffs, Map<Wait, Long> seconds) {

    public CaseFact {
        seconds = Map.copyOf(seconds);
    }
}

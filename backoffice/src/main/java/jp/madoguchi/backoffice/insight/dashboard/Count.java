package jp.madoguchi.backoffice.insight.dashboard;

/** What is counted. A rate is told by its part, and with it by the rest. */
public enum Count {
    ARRIVED, ARRIVED_ONLINE, ARRIVED_OTHERWISE, CLOSED, CORRECTED, NOT_CORRECTED,

    STARTED, SUBMITTED, NOT_SUBMITTED, COMPLETED, NOT_COMPLETED, ABANDONED, NOT_ABANDONED, ESTIMATED, MEASURED
}

package jp.madoguchi.backoffice.insight.rollup;

/** The finest grain of the sums of runs of filling in. */
public record RunKey(String procedure, int version, String device) {}

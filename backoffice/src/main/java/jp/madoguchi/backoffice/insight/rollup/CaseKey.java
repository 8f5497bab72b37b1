package jp.madoguchi.backoffice.insight.rollup;

/** The finest grain of the sums of cases. */
public record CaseKey(String procedure, int version, String office) {}

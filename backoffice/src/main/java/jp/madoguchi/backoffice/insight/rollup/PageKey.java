package jp.madoguchi.backoffice.insight.rollup;

/** A page of a form, whichever its version. */
public record PageKey(String procedure, String page) {}

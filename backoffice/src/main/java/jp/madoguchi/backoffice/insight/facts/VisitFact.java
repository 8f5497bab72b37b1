package jp.madoguchi.backoffice.insight.facts;

/**
 * One page as seen in one run of filling in.
 *
 * @param saved whether the next page was reached
 * @param failed whether an answer was refused
 * @param leftHere whether the run was given up on this page
 * @param activeMillis time in which the page was looked at and touched, milliseconds
 */
public record VisitFact(int version, String page, boolean saved, boolean failed, boolean leftHere, long activeMillis) {}

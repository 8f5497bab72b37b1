package jp.madoguchi.backoffice.insight.facts;

/**
 * A question that was answered wrongly.
 *
 * @param question its id, or the path of one within a repeat
 * @param failedRuns in how many runs of filling in
 */
public record QuestionFact(int version, String question, long failedRuns) {}

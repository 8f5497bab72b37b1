package jp.madoguchi.backoffice.insight.rollup;

/**
 * A question of a form, whichever its version.
 *
 * @param question its id, or the path of one within a repeat
 */
public record QuestionKey(String procedure, String question) {}

package jp.madoguchi.backoffice.insight.rollup;

import jp.madoguchi.forms.ProcedureId;

/**
 * A question of a form, whichever its version.
 *
 * @param question its id, or the path of one within a repeat
 */
public record QuestionKey(ProcedureId procedure, String question) {}

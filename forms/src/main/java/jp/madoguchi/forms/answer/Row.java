package jp.madoguchi.forms.answer;

import jp.madoguchi.forms.RowId;

/**
 * One row of a repeat.
 */
public record Row(RowId id, Answers answers) {}

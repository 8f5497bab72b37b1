package jp.madoguchi.forms.field;

import jp.madoguchi.forms.Localized;

/**
 * A text that a form's writer gave to a question of some kind.
 *
 * @param what the part it plays, in the words of those who write forms
 */
public record Wording(String what, Localized text) {}

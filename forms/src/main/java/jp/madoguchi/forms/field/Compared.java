package jp.madoguchi.forms.field;

/**
 * As what the answer to a question is compared in conditions and rules.
 */
public enum Compared {
    NUMBER, DAY, TEXT, NOTHING
}

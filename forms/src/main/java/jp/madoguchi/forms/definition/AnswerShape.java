package jp.madoguchi.forms.definition;

/** As what answers are kept; many kinds of question share one, and a new kind nearly always finds its own here. */
public enum AnswerShape {
    TEXT, NUMBER, DATE, TIME, MONTH, YES_NO, CHOICES, PERSON_NAME, ADDRESS, BANK_ACCOUNT, FILES,
    /** What somebody else filled in, or files in its place. */
    FILLED_IN, AGREEMENT,
    /** Nothing is asked. */
    NONE
}

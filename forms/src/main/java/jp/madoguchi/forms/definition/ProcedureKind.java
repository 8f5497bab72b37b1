package jp.madoguchi.forms.definition;

/**
 * What the act is in law.
 */
public enum ProcedureKind {
    /** 申請: the city grants or refuses (行政手続法 2条3号). */
    APPLICATION,
    /** 届出: takes effect on arrival if formally complete; nothing is granted or refused (行政手続法 2条7号, 37条). */
    NOTIFICATION,
    /** Anything else: a request, a booking, an enquiry. */
    OTHER
}

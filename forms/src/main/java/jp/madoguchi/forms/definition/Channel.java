package jp.madoguchi.forms.definition;

/**
 * A way on which applications of a procedure reach the city; statistics count each by itself.
 */
public enum Channel {
    ONLINE, COUNTER, POST, PHONE,
    /** A kiosk in a convenience store. */
    CONVENIENCE_STORE,
    /** マイナポータル, run by the state. */
    MYNA_PORTAL
}

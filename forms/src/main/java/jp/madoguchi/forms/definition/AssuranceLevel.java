package jp.madoguchi.forms.definition;

/**
 * How sure the city must be who applies.
 */
public enum AssuranceLevel {
    /** Anybody who can be reached: nothing is proved before handing in; the office is told where a mail does not arrive. */
    MAIL,
    /** A signed-in account. */
    ACCOUNT,
    /** A picture of an identity document among the attachments. */
    ID_IMAGE,
    /** A signature by the card's certificate (公的個人認証). */
    JPKI;

    /** Whether the portal holds it from the first page to handing in; the others are not published. */
    public boolean isEnforced() {
        return this == MAIL || this == ACCOUNT;
    }
}

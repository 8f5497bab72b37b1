package jp.madoguchi.portal.catalogue;

import jp.madoguchi.forms.definition.Procedure;

/**
 * One published version of a procedure; immutable for good.
 *
 * @param version from 1
 * @param contentHash SHA-256 of the canonical definition, lower-case hex
 */
public record Edition(Procedure procedure, int version, String contentHash) {

    /**
     * Whether one has to sign in before beginning. A picture of an identity document is one more attachment and needs no
     * account; a signature by the card builds on one.
     */
    public boolean needsAccount() {
        return switch (procedure.assurance()) {
            case MAIL, ID_IMAGE -> false;
            case ACCOUNT, JPKI -> true;
        };
    }
}

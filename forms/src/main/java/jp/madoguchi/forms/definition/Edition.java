package jp.madoguchi.forms.definition;

/**
 * A published version of a procedure; immutable for good.
 *
 * @param version     from 1
 * @param contentHash SHA-256 of its canonical JSON, lower-case hex
 */
public record Edition(Procedure procedure, int version, String contentHash) {

    /**
     * Whether one has to be signed in from beginning to handing in. Levels that cannot be enforced are not published; should one
     * stand here from before, it asks for no less than an account.
     */
    public boolean needsAccount() {
        return procedure.assurance() != AssuranceLevel.MAIL;
    }
}

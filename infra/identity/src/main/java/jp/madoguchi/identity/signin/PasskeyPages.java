package jp.madoguchi.identity.signin;

/** What pages with passkeys share. */
public final class PasskeyPages {

    /** The script that talks to the browser's passkeys. */
    public static final String SCRIPT = "identity/passkeys.js";

    private PasskeyPages() {}
}

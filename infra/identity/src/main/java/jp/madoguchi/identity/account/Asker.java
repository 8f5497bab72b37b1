package jp.madoguchi.identity.account;

/**
 * Who wants a password hashed, as far as places are shared out by it.
 *
 * @param name
 *            such as a network or a browser
 * @param isKnown
 *            whether somebody has proved before to be the owner here
 */
public record Asker(String name, boolean isKnown) {

    /** Whoever asks without a name of their own: for an account that is being opened, or a new password. */
    static final Asker SOMEBODY = new Asker("", false);
}

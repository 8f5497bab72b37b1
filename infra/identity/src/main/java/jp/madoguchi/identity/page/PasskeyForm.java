package jp.madoguchi.identity.page;

/**
 * A form that a passkey fills in.
 *
 * @param options
 *            where the script asks what to ask the passkey
 * @param action
 *            where the answer goes
 * @param creates
 *            whether a new passkey is made
 * @param button
 *            the words on the button
 */
public record PasskeyForm(String options, String action, boolean creates, String button) {}

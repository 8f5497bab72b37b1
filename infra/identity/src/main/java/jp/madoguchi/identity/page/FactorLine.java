package jp.madoguchi.identity.page;

/**
 * A second factor in its owner's list.
 *
 * @param id
 *            of a passkey, empty for the authenticator
 * @param since
 *            when it was set up, in words
 * @param used
 *            when it was last used, in words
 * @param synced
 *            whether the owner's devices share it
 */
public record FactorLine(String id, String name, String since, String used, boolean synced) {}

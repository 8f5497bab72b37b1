package jp.madoguchi.portal.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who asks. Everything a visitor may open is found through one of the two.
 *
 * @param account the signed-in resident's account, null where nobody is signed in
 * @param keyHash hash of this browser's own key, null where it has none yet
 * @param mail the account's mail address, null where nobody is signed in
 */
public record Visitor(@Nullable UUID account, @Nullable String keyHash, @Nullable String mail) {

    public boolean isSignedIn() {
        return account != null;
    }

    /** The hash for queries: one that no key has where the browser has none. */
    public String keyHashOrNone() {
        return keyHash == null ? "-" : keyHash;
    }
}

package jp.madoguchi.backoffice.casework;

import java.security.SecureRandom;
import java.util.HexFormat;

import jp.madoguchi.forms.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A text and the hash by which an event vouches for it: SHA-256 over a random salt, a line feed and the text. The salt stands beside
 * the text and goes with it, so that the hash which stays tells nothing of a text that was taken out.
 *
 * @param salt 32 lower-case hex digits
 * @param hash 64 lower-case hex digits
 */
record Seal(String salt, String hash) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Seal on(String text) {
        var salt = newSalt();
        return new Seal(salt, hash(salt, text));
    }

    /** Whether this is the text under the seal. */
    static boolean fits(String hash, @Nullable String salt, String text) {
        return salt != null && hash.equals(hash(salt, text));
    }

    static String newSalt() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    static String hash(String before, String text) {
        return Sha256.hex(before + "\n" + text);
    }
}

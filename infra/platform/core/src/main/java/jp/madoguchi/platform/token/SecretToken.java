package jp.madoguchi.platform.token;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.forms.Sha256;

/**
 * A secret that opens something to whoever holds it, such as the link in a mail: 256 random bits, written as 43 URL-safe characters.
 * The value is shown once, to its holder; only {@link #hash()} is kept. Because the value is random in full, a plain SHA-256 is
 * enough and can be looked up by index, which a salted password hash cannot.
 */
public final class SecretToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private SecretToken(String value) {
        this.value = value;
    }

    /** A new secret. */
    public static SecretToken create() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads what came in a request; empty when it cannot be one of ours. */
    public static Optional<SecretToken> parse(String presented) {
        return FORM.matcher(presented).matches() ? Optional.of(new SecretToken(presented)) : Optional.empty();
    }

    /** The secret itself, for the link; never to be stored or logged. */
    public String value() {
        return value;
    }

    /** SHA-256 of the value, 64 lower-case hex digits; what the database keeps. */
    public String hash() {
        return Sha256.hex(value);
    }

    /** The same as bytes. */
    public byte[] digest() {
        return Sha256.of(value);
    }

    /** Says nothing, so that a log line cannot give the secret away. */
    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}

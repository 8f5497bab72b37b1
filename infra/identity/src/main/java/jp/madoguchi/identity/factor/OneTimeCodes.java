package jp.madoguchi.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * One-time codes from time (RFC 6238) as every authenticator can make them: HMAC-SHA-1, 30 seconds, six digits. A clock may
 * be off by one step either way (5.2).
 */
final class OneTimeCodes {

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private OneTimeCodes() {}

    /** A new secret of 160 bits (RFC 4226, 4: R6) in Base32, as authenticators take it. */
    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    /** The newest time step around now whose code this is, or empty. */
    static OptionalLong step(String secret, String typed, Instant now) {
        String code = digits(typed);
        long current = now.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
        OptionalLong found = OptionalLong.empty();
        // All three are computed and compared in the same time.
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.US_ASCII),
                    code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of one time step. */
    static String at(String secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key is right for HMAC", e);
        }
    }

    /** As typed on any keyboard: full-width digits, and the gap that authenticators show in the middle. */
    static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}

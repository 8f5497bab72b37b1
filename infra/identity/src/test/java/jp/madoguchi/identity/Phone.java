package jp.madoguchi.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app in somebody's pocket. */
record Phone(String secret, InstantSource clock) {

    private static final Pattern ADDRESS = Pattern.compile("otpauth://totp/[^\"]*?secret=([A-Z2-7]{32})");

    /** Scans the picture of a page (by the address behind it). */
    static Phone scan(String page, InstantSource clock) {
        Matcher address = ADDRESS.matcher(page);
        if (!address.find()) {
            throw new AssertionError("nothing to scan: " + page);
        }
        return new Phone(address.group(1), clock);
    }

    String code() {
        return code(Duration.ZERO);
    }

    /** The code of another moment. */
    String code(Duration later) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), clock.instant().plus(later));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}

package jp.madoguchi.identity.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What someone logs in with, in the form it is compared in: full-width letters from a Japanese keyboard are the same as
 * half-width ones, and case does not matter.
 */
public record LoginName(String value) {

    /** No real mail address (RFC 5321: 254) or staff id is longer; what is longer matches nobody. */
    private static final int LONGEST = 254;

    public LoginName {
        String compared = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        value = compared.length() > LONGEST ? compared.substring(0, LONGEST) : compared;
    }

    @Override
    public String toString() {
        return value;
    }
}

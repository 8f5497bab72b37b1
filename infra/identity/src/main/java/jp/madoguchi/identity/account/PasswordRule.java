package jp.madoguchi.identity.account;

import java.util.Optional;
import jp.madoguchi.platform.password.PasswordWeakness;

/**
 * What a password must be, after NIST SP 800-63B: long enough, not guessable at once, and nothing about its composition.
 */
public enum PasswordRule {
    TOO_SHORT("password.tooShort"), TOO_LONG("password.tooLong"), ABOUT_OWNER("password.aboutOwner"), ABOUT_CITY(
            "password.aboutCity"), TOO_COMMON(
                    "password.tooCommon");

    /** Characters (code points), at least. */
    public static final int SHORTEST = 10;

    /** Characters (code points), at most. */
    public static final int LONGEST = 128;

    private final String textKey;

    PasswordRule(String textKey) {
        this.textKey = textKey;
    }

    /** The key of the sentence that says what is wrong. */
    public String textKey() {
        return textKey;
    }

    /**
     * The first rule the password breaks, if any.
     *
     * @param aboutOwner login name, mail address and name of the account
     */
    static Optional<PasswordRule> brokenBy(String typed, String... aboutOwner) {
        String password = Passwords.same(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        return PasswordWeakness.of(password, aboutOwner)
                .map(weakness -> weakness == PasswordWeakness.ABOUT_OWNER ? ABOUT_OWNER : TOO_COMMON);
    }
}

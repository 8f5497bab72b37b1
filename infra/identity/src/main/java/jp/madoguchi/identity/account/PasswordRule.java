package jp.madoguchi.identity.account;

import java.util.Optional;
import java.util.Set;

/**
 * What a password must be, after NIST SP 800-63B: long enough, not guessable at once, and nothing about its composition.
 */
public enum PasswordRule {
    TOO_SHORT("password.tooShort"), TOO_LONG("password.tooLong"), SAME_AS_LOGIN("password.sameAsLogin"), TOO_COMMON(
            "password.tooCommon");

    /** Characters (code points), at least. */
    public static final int SHORTEST = 10;

    /** Characters (code points), at most. */
    public static final int LONGEST = 128;

    /** Words of this place that no list knows. */
    private static final Set<String> LOCAL = Set.of("madoguchi", "madoguchishi", "kobeshi");

    /** A word with no more around it than a year and a mark or two is still that word. */
    private static final int DECORATION = 6;

    private final String textKey;

    PasswordRule(String textKey) {
        this.textKey = textKey;
    }

    /** The key of the sentence that says what is wrong. */
    public String textKey() {
        return textKey;
    }

    /** The first rule the password breaks, if any. */
    public static Optional<PasswordRule> brokenBy(String typed, String... logins) {
        String password = Passwords.same(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        LoginName compared = new LoginName(password);
        for (String login : logins) {
            String name = new LoginName(login).value();
            int at = name.indexOf('@');
            if (compared.value().equals(name) || (at > 0 && compared.value().equals(name.substring(0, at)))) {
                return Optional.of(SAME_AS_LOGIN);
            }
        }
        return guessable(compared.value()) ? Optional.of(TOO_COMMON) : Optional.empty();
    }

    /** A password everybody tries, also with a few digits around it, one or two characters over and over, or a plain run. */
    private static boolean guessable(String password) {
        String word = password.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
        boolean decorated = !word.isEmpty() && password.length() - word.length() <= DECORATION
                && (LOCAL.contains(word) || CommonPasswords.contains(word));
        return decorated || CommonPasswords.contains(password) || password.codePoints().distinct().count() <= 2
                || run(password);
    }

    private static boolean run(String password) {
        int[] points = password.codePoints().toArray();
        int step = points[1] - points[0];
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 2; i < points.length; i++) {
            int next = points[i] - points[i - 1];
            boolean wrapsAround = points[i] == '0' && points[i - 1] == '9' || points[i] == '9' && points[i - 1] == '0';
            if (next != step && !wrapsAround) {
                return false;
            }
        }
        return true;
    }
}

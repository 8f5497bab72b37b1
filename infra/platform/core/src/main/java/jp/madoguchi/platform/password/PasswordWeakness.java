package jp.madoguchi.platform.password;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a word that somebody chose as a password (or 合言葉) is guessed within a few tries (NIST SP 800-63B 5.1.1.2). How long it has to
 * be is the caller's rule: a word without weakness can still be too short.
 */
public enum PasswordWeakness {

    /** Everybody tries it: it became public, lies along the keyboard, repeats itself, is a date. */
    COMMON,

    /** Made of what is known about its owner. */
    ABOUT_OWNER;

    /**
     * Looks for a weakness. Width and case of letters make no difference, nor do a few digits or marks around a weak word. Nothing
     * leaves this program.
     *
     * @param password as it was typed, of any length
     * @param aboutOwner what strangers may know: mail address, login name, names, phone, date of birth, receipt number; in any
     *            writing, empty ones are passed over
     * @return empty if none was found
     */
    public static Optional<PasswordWeakness> of(String password, String... aboutOwner) {
        var compared = compared(password);
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        if (OwnerWords.of(aboutOwner).make(compared)) {
            return Optional.of(ABOUT_OWNER);
        }
        return Guesses.contain(compared) ? Optional.of(COMMON) : Optional.empty();
    }

    static String compared(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}

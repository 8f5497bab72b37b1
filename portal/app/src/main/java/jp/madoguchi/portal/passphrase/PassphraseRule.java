package jp.madoguchi.portal.passphrase;

import java.text.Normalizer;
import java.util.Optional;

import jp.madoguchi.forms.japanese.NameKey;
import jp.madoguchi.platform.password.PasswordWeakness;

/**
 * What an own word must be, after NIST SP 800-63B: long enough, nothing that is guessed at once, nothing known of the applicant, and
 * nothing about its composition.
 */
public enum PassphraseRule {
    LENGTH("review.word.short"), SIMPLE("review.word.simple"), OWN("review.word.own");

    /** Characters (code points). */
    private static final int SHORTEST = 8;
    private static final int LONGEST = 100;
    /** What else may stand around what is known of somebody: a year, a number. */
    private static final int AROUND = 4;

    private final String textKey;

    PassphraseRule(String textKey) {
        this.textKey = textKey;
    }

    /** The key of the sentence that says what is wrong. */
    public String textKey() {
        return textKey;
    }

    /** The first rule that the word breaks, if any. */
    public static Optional<PassphraseRule> brokenBy(String word, OwnWords own) {
        var plain = Normalizer.normalize(word.strip(), Normalizer.Form.NFKC);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(LENGTH);
        }
        var rest = own.without(plain);
        if (rest.length() < NameKey.of(plain).length() && rest.codePointCount(0, rest.length()) <= AROUND) {
            return Optional.of(OWN);
        }
        return PasswordWeakness.of(plain).map(weak -> SIMPLE);
    }
}

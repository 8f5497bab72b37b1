package jp.madoguchi.platform.mail;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One plain-text mail. Mail travels in the open: no personal data in subject or body beyond the address itself.
 *
 * @param to one address
 * @param subject one line
 * @param body plain text, lines of any length
 * @param dedupKey names the step the mail tells of; the outbox takes one mail per key. Null: every mail is taken
 */
public record Mail(String to, String subject, String body, @Nullable String dedupKey) {

    private static final Set<UnicodeScript> JAPANESE = EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA,
            UnicodeScript.HAN);

    public Mail {
        if (to.isBlank() || hasControl(to) || to.indexOf('@') < 1) {
            throw new IllegalArgumentException("not one mail address");
        }
        if (subject.isBlank() || hasControl(subject)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    public Mail(String to, String subject, String body) {
        this(to, subject, body, null);
    }

    /** The same mail under a key, so that a repeated step does not mail twice. */
    public Mail once(String key) {
        return new Mail(to, subject, body, key);
    }

    /**
     * Whether it is written in Japanese. Told by the subject, which is all of one language (a body may name streets and offices in
     * Japanese), so that a mail needs nothing beside itself while it waits.
     */
    boolean isInJapanese() {
        return subject.codePoints().mapToObj(UnicodeScript::of).anyMatch(JAPANESE::contains);
    }

    /** A line break would add headers to the mail. */
    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ');
    }

    /** Says neither to whom nor what: a mail may hold a link that opens something. */
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}

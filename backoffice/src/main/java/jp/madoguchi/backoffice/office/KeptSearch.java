package jp.madoguchi.backoffice.office;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.server.WebSession;

/**
 * What somebody looked for, kept in their session under a key that says nothing. Names, phone numbers and birth dates in an address
 * would go into the logs of every proxy on the way and into the history of a shared computer; the key goes there instead, and with
 * it reload, back and a second tab work as they do with an address.
 *
 * @param text as typed
 * @param at when it was looked for
 */
public record KeptSearch(String text, Instant at) {

    private static final String PREFIX = "search-";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final int KEY_BYTES = 8;
    /** As many searches as somebody may go back to; the oldest give way. */
    private static final int MOST = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return the key under which it is found again */
    public static String keep(String text, Instant now, WebSession session) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        session.getAttributes().put(PREFIX + key, new KeptSearch(text, now));
        session.getAttributes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX) && entry.getValue() instanceof KeptSearch)
                .sorted(Comparator.comparing((Map.Entry<String, Object> entry) -> ((KeptSearch) entry.getValue()).at())
                        .reversed())
                .skip(MOST).map(Map.Entry::getKey).toList().forEach(session.getAttributes()::remove);
        return key;
    }

    /** What was looked for; empty where it is not known any more, as after signing in again. */
    public static Optional<String> under(String key, WebSession session) {
        return KEY.matcher(key).matches()
                ? Optional.ofNullable(session.<KeptSearch>getAttribute(PREFIX + key)).map(KeptSearch::text)
                : Optional.empty();
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "KeptSearch[" + at + "]";
    }
}

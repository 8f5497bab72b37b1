package jp.madoguchi.platform.pagekit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One message shown on the next page only, carried over a redirect in the session. */
public record Flash(Tone tone, String message) {

    private static final String ATTRIBUTE = "flash";

    /** Leaves the message for the next page of the session with these attributes; the session is saved with the response. */
    public void leaveIn(Map<String, Object> session) {
        session.put(ATTRIBUTE, tone.name() + "|" + message);
    }

    /** Takes the message out of the attributes of a session; null if there is none. */
    public static @Nullable Flash takeFrom(Map<String, Object> session) {
        if (!(session.get(ATTRIBUTE) instanceof String stored)) {
            return null;
        }
        session.remove(ATTRIBUTE);
        int bar = stored.indexOf('|');
        return new Flash(Tone.valueOf(stored.substring(0, bar)), stored.substring(bar + 1));
    }
}

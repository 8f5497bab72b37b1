package jp.madoguchi.platform.pagekit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;

/** One message shown on the next page only, carried over a redirect in the session. */
public record Flash(Tone tone, String message) {

    private static final String ATTRIBUTE = "flash";

    /** Leaves the message for the next page of this session; the session is saved with the response. */
    public void leaveIn(WebSession session) {
        session.getAttributes().put(ATTRIBUTE, tone.name() + "|" + message);
    }

    static @Nullable Flash takeFrom(WebSession session) {
        if (!(session.getAttributes().get(ATTRIBUTE) instanceof String stored)) {
            return null;
        }
        session.getAttributes().remove(ATTRIBUTE);
        int bar = stored.indexOf('|');
        return new Flash(Tone.valueOf(stored.substring(0, bar)), stored.substring(bar + 1));
    }
}

package jp.madoguchi.identity.signin;

import java.time.Duration;
import jp.madoguchi.identity.page.FormPage.Draft;

/** How a page says that too many tries went wrong. */
public final class Waits {

    private Waits() {}

    /**
     * Says so beside the field.
     *
     * @return the seconds to wait, at least 1
     */
    public static long say(Duration remaining, String field, Draft draft) {
        long seconds = Math.max(1, remaining.plusMillis(999).toSeconds());
        draft.wrong(field, seconds > 90 ? "login.waitMinutes" : "login.waitSeconds",
                seconds > 90 ? (seconds + 59) / 60 : seconds);
        return seconds;
    }
}

package jp.madoguchi.identity.account;

import java.time.Duration;

/** More passwords wait to be hashed than can be in a bearable time; nothing was looked at. */
public final class TooBusy extends RuntimeException {

    /** Until then those that wait now are through. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    TooBusy() {
        super("too many passwords wait to be hashed", null, false, false);
    }
}

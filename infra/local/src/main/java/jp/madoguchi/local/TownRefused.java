package jp.madoguchi.local;

/** The town cannot start, for a reason the person at the keyboard can mend; the message says how. */
final class TownRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TownRefused(String message) {
        super(message);
    }

    TownRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

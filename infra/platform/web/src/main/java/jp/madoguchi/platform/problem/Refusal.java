package jp.madoguchi.platform.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A clear no to a request, with everything a person or a program needs to understand it: an HTTP status, a stable code and a
 * Japanese message that says what is wrong and what to do. Anything thrown that is not a refusal is a fault of ours and becomes an
 * incident (status 500) whose details stay in the log.
 *
 * <p>Codes are lower-case words joined by hyphens; they name the case for programs and tests and never change once published.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    private Refusal(HttpStatus status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public final HttpStatus status() {
        return status;
    }

    public final String code() {
        return code;
    }

    /** The message for people, in Japanese; contains no secret and no other person's data. */
    public final String message() {
        return String.valueOf(getMessage());
    }

    /** The request cannot be understood: malformed or tampered with (400). */
    public static final class Malformed extends Refusal {
        public Malformed(String code, String message) {
            super(HttpStatus.BAD_REQUEST, code, message);
        }
    }

    /** Nobody is signed in, or the secret is wrong (401). */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String code, String message) {
            super(HttpStatus.UNAUTHORIZED, code, message);
        }
    }

    /** Signed in, but without the right to this (403). */
    public static final class Forbidden extends Refusal {
        public Forbidden(String code, String message) {
            super(HttpStatus.FORBIDDEN, code, message);
        }
    }

    /** There is no such thing, or the asker may not learn that there is (404). */
    public static final class NotFound extends Refusal {
        public NotFound(String code, String message) {
            super(HttpStatus.NOT_FOUND, code, message);
        }
    }

    /** Somebody else was first, or the state has moved on (409). */
    public static final class Conflict extends Refusal {

        private final @Nullable String holder;

        public Conflict(String code, String message) {
            this(code, message, null);
        }

        /** @param holder the display name of who has it, where the asker may know */
        public Conflict(String code, String message, @Nullable String holder) {
            super(HttpStatus.CONFLICT, code, message);
            this.holder = holder;
        }

        public @Nullable String holder() {
            return holder;
        }
    }

    /** It was there once: expired, used up or withdrawn (410). */
    public static final class Gone extends Refusal {
        public Gone(String code, String message) {
            super(HttpStatus.GONE, code, message);
        }
    }

    /** More bytes than allowed (413). */
    public static final class TooLarge extends Refusal {

        private final long limitBytes;

        public TooLarge(String code, String message, long limitBytes) {
            super(HttpStatus.CONTENT_TOO_LARGE, code, message);
            this.limitBytes = limitBytes;
        }

        public long limitBytes() {
            return limitBytes;
        }
    }

    /** A kind of file that is not accepted (415). */
    public static final class UnsupportedKind extends Refusal {
        public UnsupportedKind(String code, String message) {
            super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, code, message);
        }
    }

    /** Understood, but the rules of the domain forbid it (422). */
    public static final class Unprocessable extends Refusal {

        private final @Nullable URI rule;

        public Unprocessable(String code, String message) {
            this(code, message, null);
        }

        /** @param rule where the rule can be read */
        public Unprocessable(String code, String message, @Nullable URI rule) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, code, message);
            this.rule = rule;
        }

        public @Nullable URI rule() {
            return rule;
        }
    }

    /** Too many tries; come back later (429). */
    public static final class TooMany extends Refusal {

        private final Duration retryAfter;

        /** @param retryAfter how long to wait, more than zero */
        public TooMany(String code, String message, Duration retryAfter) {
            super(HttpStatus.TOO_MANY_REQUESTS, code, message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** A part we depend on is away for the moment; the same request may succeed soon (503). */
    public static final class Unavailable extends Refusal {

        private final Duration retryAfter;

        public Unavailable(String code, String message, Duration retryAfter) {
            super(HttpStatus.SERVICE_UNAVAILABLE, code, message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}

package jp.madoguchi.platform.monitoring;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What all lines of the log about one request have in common, in whichever program they stand. Short enough to be read out on the
 * telephone; says nothing of who asked.
 *
 * @param value 8 to 64 letters, digits, {@code -}, {@code .} or {@code _}
 * @param traceparent of the trace that the request belongs to, as W3C Trace Context writes it; null outside of any
 */
public record RequestId(String value, @Nullable String traceparent) {

    /** Header in which it comes from a proxy, is handed on and is answered. */
    public static final String HEADER = "X-Request-Id";
    /** Header of W3C Trace Context. */
    public static final String TRACE_HEADER = "traceparent";
    /** Its name in the lines of the log. */
    public static final String LOG_KEY = "requestId";
    /** Under which the lines of the log name the trace. */
    public static final String TRACE_LOG_KEY = "traceId";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final int MADE_DIGITS = 12;
    private static final int TRACEPARENT_LENGTH = 55;

    /**
     * The id of a request as it comes in.
     *
     * @param trusted whether whoever sent it is believed: otherwise, or where what is given is no such id, one is made
     */
    public static RequestId of(boolean trusted, @Nullable String given, @Nullable String traceparent) {
        return new RequestId(trusted && given != null && isWellFormed(given) ? given : made(),
                trusted && traceparent != null && isTraceparent(traceparent) ? traceparent : null);
    }

    /** The same request, as a step of a trace. */
    public RequestId within(@Nullable String step) {
        return new RequestId(value, step);
    }

    /** For what no request began. */
    public static RequestId fresh() {
        return new RequestId(made(), null);
    }

    private static String made() {
        var digits = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return digits.substring(digits.length() - MADE_DIGITS);
    }

    /** Lines of the log that are written meanwhile, by this thread, bear the id. */
    public void during(Runnable lines) {
        var trace = traceparent;
        try (var _ = MDC.putCloseable(LOG_KEY, value);
                var _ = trace == null ? null : MDC.putCloseable(TRACE_LOG_KEY, trace.substring(3, 35))) {
            lines.run();
        }
    }

    /** What came as a step of a trace, if it is one: null otherwise. */
    public static @Nullable String wellFormed(@Nullable String traceparent) {
        return traceparent != null && isTraceparent(traceparent) ? traceparent : null;
    }

    private static boolean isWellFormed(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST
                && text.chars().allMatch(each -> isLetterOrDigit(each) || each == '-' || each == '.' || each == '_');
    }

    private static boolean isLetterOrDigit(int each) {
        return each >= '0' && each <= '9' || each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
    }

    /** Version 00: two, 32, 16 and two lower-case hexadecimal digits, neither trace nor parent all zero. */
    private static boolean isTraceparent(String text) {
        if (text.length() != TRACEPARENT_LENGTH || !text.startsWith("00-") || text.charAt(35) != '-'
                || text.charAt(52) != '-') {
            return false;
        }
        var trace = text.substring(3, 35);
        var parent = text.substring(36, 52);
        return isHex(trace) && isHex(parent) && isHex(text.substring(53)) && !isZero(trace) && !isZero(parent);
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(each -> each >= '0' && each <= '9' || each >= 'a' && each <= 'f');
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(each -> each == '0');
    }
}

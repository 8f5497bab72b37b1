package jp.madoguchi.platform.monitoring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request, by the logger {@code madoguchi.access}, which is off by default: what kind of page, how it ended and how long it
 * took. Neither an address, nor who asked, nor from where.
 */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("madoguchi.access");

    private AccessLog() {}

    public static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /** Those who look whether the program lives come every few seconds and tell nothing. */
    public static boolean isProbe(String path) {
        return path.equals("/livez") || path.equals("/readyz") || path.startsWith("/actuator");
    }

    /**
     * Writes the line.
     *
     * @param route see {@link Route}
     * @param status of the answer; 0 if the client left before there was one
     * @param millis from the first look at the request to the end of the answer
     * @param bytes of the answer before compression, -1 where nobody counted them
     */
    public static void tell(RequestId id, String method, String route, int status, long millis, long bytes) {
        id.during(() -> LOG.atInfo().addKeyValue("method", method).addKeyValue("route", route)
                .addKeyValue("status", status).addKeyValue("millis", millis).addKeyValue("bytes", bytes)
                .log("{} {} {} {}ms {}B", method, route, status, millis, bytes));
    }
}

package jp.madoguchi.identity.failure;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The headers of pages that Spring Security has not seen; stricter than those of pages with a way into the apps. */
final class FailureHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final Map<String, String> HEADERS = Map.of(POLICY,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; "
                    + "frame-ancestors 'none'; form-action 'self'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "Cache-Control", "no-store");

    private FailureHeaders() {}

    /** Sets them where none are. */
    static void complete(HttpServletResponse response) {
        if (!response.containsHeader(POLICY)) {
            HEADERS.forEach(response::setHeader);
        }
    }
}

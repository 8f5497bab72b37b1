package jp.madoguchi.identity.page;

import gg.jte.Content;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer to what was asked for too often: the form again, with what was typed, and when to come back (RFC 6585, 4). */
public final class TooMany {

    private TooMany() {}

    /** Whole minutes to wait, for a sentence on the page; never too few. */
    public static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }

    /** @param wait until it may be asked for again, positive */
    public static ResponseEntity<Content> html(Duration wait, Content page) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds())).body(page);
    }
}

package jp.madoguchi.platform.pagekit;

import java.net.URI;
import java.time.Duration;

import gg.jte.Content;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The two answers a browser gets: a page, or the address where to go on (after every post, so that reloading repeats
 * nothing).
 */
public final class Reply {

    private Reply() {}

    public static ResponseEntity<Content> page(Content page) {
        return page(200, page);
    }

    public static ResponseEntity<Content> page(int status, Content page) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(page);
    }

    /** The page again, because something has to wait so long (RFC 9110, 10.2.3). */
    public static ResponseEntity<Content> later(Duration wait, Content page) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))).body(page);
    }

    public static ResponseEntity<Content> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address))
                .cacheControl(CacheControl.noStore()).build();
    }
}

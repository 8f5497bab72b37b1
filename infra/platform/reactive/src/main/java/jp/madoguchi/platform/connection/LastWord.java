package jp.madoguchi.platform.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * What a client is told before its connection is closed for a bound. Nothing is known of its language yet, so both stand there; the
 * bytes are made once, because they are needed when there is much to do.
 */
enum LastWord {

    /** RFC 9110, 15.5.9. */
    TOO_SLOW("408 Request Timeout", "slow", Duration.ZERO),
    /** RFC 6585, 4. */
    TOO_MANY_OF_ONE("429 Too Many Requests", "many", Duration.ofSeconds(30)),
    /** RFC 9110, 15.6.4. */
    TOO_MANY("503 Service Unavailable", "busy", Duration.ofSeconds(5));

    private final byte[] answer;

    LastWord(String status, String words, Duration retryAfter) {
        var page = page(words).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
                + (retryAfter.isZero() ? "" : "Retry-After: " + retryAfter.toSeconds() + "\r\n")
                + "Connection: close\r\n\r\n";
        var first = head.getBytes(StandardCharsets.US_ASCII);
        answer = new byte[first.length + page.length];
        System.arraycopy(first, 0, answer, 0, first.length);
        System.arraycopy(page, 0, answer, first.length, page.length);
    }

    /** Reads the words from their files, which must not happen on an event loop. */
    static void prepare() {
        TOO_SLOW.bytes().release();
    }

    ByteBuf bytes() {
        return Unpooled.wrappedBuffer(answer);
    }

    private static String page(String words) {
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p lang="en">%3$s</p></main></body>
                </html>
                """.formatted(in(Locale.ROOT, words + ".title"), in(Locale.ROOT, words), in(Locale.ENGLISH, words));
    }

    private static String in(Locale language, String words) {
        return ResourceBundle.getBundle("jp.madoguchi.platform.connection.last_words", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(words);
    }
}

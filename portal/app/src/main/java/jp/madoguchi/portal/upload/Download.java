package jp.madoguchi.portal.upload;

import java.nio.charset.StandardCharsets;

import jp.madoguchi.platform.content.FileName;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/**
 * A stored file as an answer: never sniffed, never run in our origin, never kept by the browser.
 */
public final class Download {

    private Download() {}

    public static ResponseEntity<Flux<DataBuffer>> asAttachment(String name, String mediaType, long bytes,
            Flux<DataBuffer> content) {
        return answer(ContentDisposition.attachment(), "sandbox; default-src 'none'", name, mediaType, bytes, content);
    }

    /** For the city's own PDF only: shown by the browser itself, which a sandbox would not let it do. */
    public static ResponseEntity<Flux<DataBuffer>> inline(String name, String mediaType, long bytes,
            Flux<DataBuffer> content) {
        return answer(ContentDisposition.inline(),
                "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'", name,
                mediaType,
                bytes, content);
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(ContentDisposition.Builder disposition, String policy,
            String name, String mediaType, long bytes, Flux<DataBuffer> content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(FileName.of(name, mediaType), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").contentType(MediaType.parseMediaType(mediaType))
                .contentLength(bytes).body(content);
    }
}

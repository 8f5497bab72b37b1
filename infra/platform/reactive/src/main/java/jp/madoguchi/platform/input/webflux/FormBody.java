package jp.madoguchi.platform.input.webflux;

import java.io.ByteArrayOutputStream;

import jp.madoguchi.platform.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The body of a form, read to its end also where it is too long, for two reasons. Whoever is still sending hears nothing: closed with
 * something unread the connection is reset, and the word that says what to do is lost. And a body that is cancelled in the middle ends
 * for Reactor Netty, so that {@code DataBufferUtils.join} gives out its beginning as if it were the whole and drops its own error.
 */
final class FormBody {

    /** So many bytes beyond the longest form are still listened to; then nobody honest sends any more. */
    private static final int PATIENCE = 16 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int longest;
    private long length;

    private FormBody(int longest) {
        this.longest = longest;
    }

    /**
     * @param longest in bytes
     * @return the whole body; fails with {@link Refusal.TooLarge} where it is longer
     */
    static Mono<byte[]> read(Flux<DataBuffer> body, int longest) {
        return Mono.defer(() -> {
            var form = new FormBody(longest);
            return body.takeUntil(form::take).then(Mono.fromSupplier(form::whole));
        });
    }

    /** @return whether it is pointless to listen any longer */
    private boolean take(DataBuffer buffer) {
        try {
            length += buffer.readableByteCount();
            if (length <= longest) {
                var part = new byte[buffer.readableByteCount()];
                buffer.read(part);
                bytes.writeBytes(part);
            } else {
                bytes.reset();
            }
            return length > (long) longest + PATIENCE;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private byte[] whole() {
        if (length > longest) {
            throw new Refusal.TooLarge("form-too-long", "入力された文章が長すぎて、受け取れませんでした。何も保存していません。"
                    + "ブラウザの「戻る」で前の画面に戻ると、入力したものが残っています。短くするか、分けて送ってください。", longest);
        }
        return bytes.toByteArray();
    }
}

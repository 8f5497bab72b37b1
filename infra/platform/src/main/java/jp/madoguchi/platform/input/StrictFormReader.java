package jp.madoguchi.platform.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Mono;

/** Reads every urlencoded form of the reactive apps with {@link StrictText}. Forms are UTF-8, whatever else they may say of themselves. */
final class StrictFormReader extends FormHttpMessageReader {

    private static final Set<Charset> READABLE = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    @Override
    public Mono<MultiValueMap<String, String>> readMono(ResolvableType type, ReactiveHttpInputMessage message,
            Map<String, Object> hints) {
        var sentAs = message.getHeaders().getContentType();
        var charset = sentAs == null ? null : sentAs.getCharset();
        return charset != null && !READABLE.contains(charset)
                ? Mono.error(StrictText::unreadable)
                : DataBufferUtils.join(message.getBody(), getMaxInMemorySize()).map(StrictFormReader::form);
    }

    private static MultiValueMap<String, String> form(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return StrictText.form(bytes);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}

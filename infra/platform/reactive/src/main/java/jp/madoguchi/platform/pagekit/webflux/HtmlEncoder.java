package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.Html;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractSingleValueEncoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.util.MimeType;

import gg.jte.Content;
import reactor.core.publisher.Flux;

/** Lets a WebFlux controller method return {@code ResponseEntity<JteModel>}, where the status is part of the answer. */
final class HtmlEncoder extends AbstractSingleValueEncoder<Content> {

    HtmlEncoder() {
        super(Html.TYPE);
    }

    @Override
    public boolean canEncode(ResolvableType type, @Nullable MimeType mimeType) {
        return super.canEncode(type, mimeType) && Content.class.isAssignableFrom(type.toClass());
    }

    @Override
    protected Flux<DataBuffer> encode(Content page, DataBufferFactory factory, ResolvableType type,
            @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        return Flux.just(factory.wrap(Html.bytes(page)));
    }
}

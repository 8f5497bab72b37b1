package jp.madoguchi.backoffice.intake;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.platform.content.ContentKind;
import jp.madoguchi.platform.content.PictureSize;
import jp.madoguchi.platform.store.ObjectStore;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;

/** How large a picture is that was taken over, so that none is put on a page which its browser could not draw. */
final class Pictures {

    private static final Set<ContentKind> KINDS = Set.of(ContentKind.JPEG, ContentKind.PNG, ContentKind.HEIC);
    private static final PictureSize UNREADABLE = new PictureSize(0, 0);

    private Pictures() {}

    /** Empty for what is no picture. */
    static Mono<Optional<PictureSize>> size(ObjectStore store, String key, String mediaType) {
        return ContentKind.ofMediaType(mediaType).filter(KINDS::contains)
                .map(kind -> DataBufferUtils.join(store.get(key, 0, PictureSize.BEGINNING_BYTES)).map(Pictures::bytes)
                        .map(beginning -> PictureSize.of(kind, beginning)).defaultIfEmpty(Optional.empty())
                        .map(size -> Optional.of(size.orElse(UNREADABLE))))
                .orElse(Mono.just(Optional.empty()));
    }

    private static ByteBuffer bytes(DataBuffer joined) {
        try {
            var bytes = new byte[joined.readableByteCount()];
            joined.read(bytes);
            return ByteBuffer.wrap(bytes);
        } finally {
            DataBufferUtils.release(joined);
        }
    }
}

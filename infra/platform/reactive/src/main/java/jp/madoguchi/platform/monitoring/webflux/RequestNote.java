package jp.madoguchi.platform.monitoring.webflux;

import jp.madoguchi.platform.monitoring.RequestId;
import org.jspecify.annotations.Nullable;

/** What is noted of a request while it is worked on. */
final class RequestNote {

    private final RequestId id;
    private final long began = System.nanoTime();
    private volatile @Nullable Object template;

    RequestNote(RequestId id) {
        this.id = id;
    }

    RequestId id() {
        return id;
    }

    long millis() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** By which the handler that answers was found. */
    void answeredBy(@Nullable Object found) {
        template = found;
    }

    @Nullable
    Object template() {
        return template;
    }
}

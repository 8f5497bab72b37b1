package jp.madoguchi.platform.store;

import java.nio.file.Path;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files by key. Nothing is ever held whole in memory; all work happens off the event loop, with back-pressure. Never call it inside a
 * database transaction.
 *
 * <p>Every method may end in {@link jp.madoguchi.platform.problem.Refusal.Unavailable} when the store does not answer in time.
 */
public interface ObjectStore {

    /**
     * Stores content whose media type is known. An object already under the key is replaced as a whole; readers see the old or the
     * new one, never a part. On an error, on cancellation and over the limit nothing is stored.
     *
     * @param content consumed and released in every case
     * @param limitBytes the most bytes to take, inclusive; beyond it the result is
     *        {@link jp.madoguchi.platform.problem.Refusal.TooLarge}
     */
    default Mono<Stored> put(String key, Flux<DataBuffer> content, String contentType, long limitBytes) {
        return put(key, content, head -> contentType, limitBytes);
    }

    /** Stores content whose media type is told by its first bytes; otherwise as the other {@code put}. */
    Mono<Stored> put(String key, Flux<DataBuffer> content, HeadCheck check, long limitBytes);

    /**
     * Stores a whole file of the local disk, which stays there.
     *
     * @param contentType its media type, known from looking into it
     */
    Mono<Stored> put(String key, Path file, String contentType);

    /**
     * The content. The receiver releases the buffers; cancelling closes the connection.
     *
     * @return fails with {@link jp.madoguchi.platform.problem.Refusal.NotFound} when there is none
     */
    Flux<DataBuffer> get(String key);

    /**
     * A part of the content.
     *
     * @param offset first byte, from 0
     * @param length number of bytes, more than 0; less is delivered when the content ends before
     */
    Flux<DataBuffer> get(String key, long offset, long length);

    /** What lies under the key; empty when nothing does. */
    Mono<Stored> stat(String key);

    /** Removes the object; nothing happens when there is none. */
    Mono<Void> delete(String key);
}

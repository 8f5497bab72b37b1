package jp.madoguchi.portal.upload;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What looks for viruses in files. */
interface Scanner extends AutoCloseable {

    /** What it says of a file. */
    enum Verdict {
        CLEAN, INFECTED,
        /** It said nothing: away, too slow, or asked for more than it takes. Such a file is not handed in. */
        UNKNOWN
    }

    /** Whether there is one. Where there is none, files are taken without a verdict. */
    boolean isOn();

    /**
     * Always answers, in bounded time and without an error.
     *
     * @param content consumed and released in every case
     */
    Mono<Verdict> scan(Flux<DataBuffer> content);

    /** Whether it is there, in bounded time and without an error; empty where there is none. */
    Mono<Boolean> answers();

    @Override
    default void close() {}
}

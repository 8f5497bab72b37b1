package jp.madoguchi.portal.upload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** No scanner is set. Said loudly, for whoever forgot to set one. */
final class NoScanner implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(NoScanner.class);

    NoScanner() {
        LOG.warn("files of applicants are NOT scanned for viruses: madoguchi.upload.scanner.host is not set");
    }

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public Mono<Verdict> scan(Flux<DataBuffer> content) {
        return content.doOnNext(DataBufferUtils::release).then(Mono.just(Verdict.UNKNOWN));
    }

    @Override
    public Mono<Boolean> answers() {
        return Mono.empty();
    }
}

package jp.madoguchi.portal.upload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what a scanner says, and the files it has yet to say something of. */
final class MeteredScanner implements Scanner {

    private final Scanner scanner;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);

    MeteredScanner(Scanner scanner, MeterRegistry meters) {
        this.scanner = scanner;
        Gauge.builder("madoguchi.scanner.waiting", waiting, AtomicInteger::get)
                .description("Files that are being scanned, or wait for it").register(meters);
        for (var verdict : Verdict.values()) {
            verdicts.put(verdict, Counter.builder("madoguchi.scanner.verdicts")
                    .tag("verdict", verdict.name().toLowerCase(Locale.ROOT))
                    .description("Files that were scanned, by what was said of them").register(meters));
        }
    }

    @Override
    public boolean isOn() {
        return scanner.isOn();
    }

    @Override
    public Mono<Verdict> scan(Flux<DataBuffer> content) {
        return Mono.defer(() -> {
            waiting.incrementAndGet();
            return scanner.scan(content).doOnNext(verdict -> Objects.requireNonNull(verdicts.get(verdict)).increment())
                    .doFinally(how -> waiting.decrementAndGet());
        });
    }

    @Override
    public Mono<Boolean> answers() {
        return scanner.answers();
    }

    @Override
    public void close() {
        scanner.close();
    }
}

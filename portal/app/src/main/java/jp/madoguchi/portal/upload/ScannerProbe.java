package jp.madoguchi.portal.upload;

import io.micrometer.core.instrument.MeterRegistry;
import jp.madoguchi.platform.meter.Measuring;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the scanner is there, before an applicant finds out: {@code madoguchi.scanner.up}, 1 or 0; unknown where none is set. */
@Component
class ScannerProbe extends Measuring {

    private final Scanner scanner;
    private final Figure up;

    ScannerProbe(Scanner scanner, MeterRegistry meters) {
        super(meters);
        this.scanner = scanner;
        this.up = figure("madoguchi.scanner.up", null, "Whether the virus scanner answers: 1 or 0");
    }

    @Override
    protected Mono<?> look() {
        return scanner.answers().doOnNext(answers -> up.is(answers ? 1 : 0));
    }
}

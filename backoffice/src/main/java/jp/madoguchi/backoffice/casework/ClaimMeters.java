package jp.madoguchi.backoffice.casework;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** How often a case was taken on, and how often somebody else was faster. */
@Component
class ClaimMeters {

    private final Counter made;
    private final Counter lost;

    ClaimMeters(MeterRegistry meters) {
        this.made = counter("made", meters);
        this.lost = counter("lost", meters);
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("madoguchi.claims").tag("outcome", outcome)
                .description("Cases that clerks took on, and tries that came too late").register(meters);
    }

    void made() {
        made.increment();
    }

    void failed(Throwable why) {
        if (why instanceof Refusal.Conflict) {
            lost.increment();
        }
    }
}

package jp.madoguchi.backoffice.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.casework.CaseRecords.Due;
import jp.madoguchi.platform.background.PeriodicWork;
import jp.madoguchi.platform.meter.Since;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks the record of every case soon after it arrived and then once a day, with all its events vouch for in the database; the files
 * themselves by sample, and those again in which something was found. {@code madoguchi.audit.broken} is how many were found broken.
 */
@Component
class RecordWorker extends PeriodicWork {

    private static final Logger LOG = LoggerFactory.getLogger(RecordWorker.class);
    /** 200 cases every ten seconds are 1.7 million a day. */
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 200;
    private static final int CONCURRENCY = 2;
    private static final int SAMPLES = 2;
    private static final Duration EVERY = Duration.ofDays(1);

    private final CaseRecords records;
    private final InstantSource clock;
    private final Since round;
    private volatile double broken = Double.NaN;

    RecordWorker(CaseRecords records, InstantSource clock, MeterRegistry meters) {
        super(PAUSE);
        this.records = records;
        this.clock = clock;
        this.round = new Since("madoguchi.audit.checked", "How long ago records of cases were last checked", clock,
                meters);
        Gauge.builder("madoguchi.audit.broken", this, worker -> worker.broken)
                .description("Cases whose record, or what it vouches for, is not what it was").register(meters);
    }

    @Override
    protected Mono<?> round() {
        return records.due(clock.instant().minus(EVERY), AT_ONCE).collectList()
                .flatMap(due -> Flux.fromIterable(due).flatMap(one -> check(one.id()), CONCURRENCY)
                        .thenMany(Flux.fromIterable(withFiles(due))).concatMap(this::checkFiles).then())
                .then(Mono.defer(records::broken)).doOnNext(found -> {
                    broken = found;
                    round.happened();
                }).doOnError(failed -> broken = Double.NaN);
    }

    /** One that fails is told and holds up nobody. */
    private Mono<Void> check(UUID id) {
        return records.check(id).doOnNext(verdict -> {
            if (!verdict.trouble().isEmpty()) {
                LOG.error("the record of case {} is broken: {}", id, verdict.trouble());
            }
        }).then().onErrorResume(failed -> {
            LOG.error("the record of case {} could not be checked", id, failed);
            return Mono.empty();
        });
    }

    private Mono<Void> checkFiles(UUID id) {
        return records.checkFiles(id).doOnNext(trouble -> {
            if (!trouble.isEmpty()) {
                LOG.error("files of case {} are not what they were: {}", id, trouble);
            }
        }).then().onErrorResume(failed -> {
            LOG.warn("the files of case {} could not be read this round: {}", id, failed.toString());
            return Mono.empty();
        });
    }

    private static List<UUID> withFiles(List<Due> due) {
        var others = new ArrayList<>(due.stream().filter(one -> !one.suspect()).toList());
        Collections.shuffle(others);
        return Stream.concat(due.stream().filter(Due::suspect), others.stream().limit(SAMPLES)).map(Due::id).toList();
    }
}

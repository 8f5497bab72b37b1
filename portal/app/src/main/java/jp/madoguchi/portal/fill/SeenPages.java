package jp.madoguchi.portal.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jp.madoguchi.exchange.FillEvent.Type;
import jp.madoguchi.platform.background.PeriodicWork;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps of filling in by which nothing changed: a page was looked at. They are written behind the pages, all that came within a second
 * in one statement, so that looking costs no write of its own. A program that is killed loses that second of them, one that is stopped
 * none; while the database is away they wait here, as many as there is room for ({@code madoguchi.fill.unseen} counts the others).
 */
@Component
public class SeenPages extends PeriodicWork {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST = 20_000;
    private static final int AT_ONCE = 1000;

    private final DatabaseClient database;
    private final Queue<Seen> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private volatile List<Seen> underWay = List.of();

    SeenPages(DatabaseClient database, MeterRegistry meters) {
        super(EVERY);
        this.database = database;
        FunctionCounter.builder("madoguchi.fill.unseen", lost, AtomicLong::doubleValue)
                .description("Steps of filling in (pages looked at) that found no room in memory").register(meters);
    }

    /** As the statement reads it. */
    private record Seen(UUID fill, Instant at, Type type, String procedure, int version, @Nullable String page,
            String device, String language) {

        static Seen of(FillStep step) {
            return new Seen(step.run().fill(), step.at(), step.type(), step.run().procedure().value(),
                    step.run().version(), step.page(), step.run().device().name(), step.run().language());
        }
    }

    /** Takes note of a step that has neither time nor questions. */
    public void note(FillStep step) {
        if (size.incrementAndGet() > MOST) {
            size.decrementAndGet();
            lost.incrementAndGet();
        } else {
            waiting.add(Seen.of(step));
        }
    }

    /** Stopped after the last request was answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    protected Mono<?> round() {
        return Mono.defer(this::write).repeat().takeUntil(full -> !full).then();
    }

    @Override
    protected Mono<?> lastly() {
        return round();
    }

    /** Whether there may be more; what could not be written is written with the next. */
    private Mono<Boolean> write() {
        var batch = new ArrayList<>(underWay);
        while (batch.size() < AT_ONCE) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            size.decrementAndGet();
            batch.add(next);
        }
        underWay = batch;
        return batch.isEmpty()
                ? Mono.just(false)
                : insert(batch).then(Mono.fromSupplier(() -> {
                    underWay = List.of();
                    return batch.size() == AT_ONCE;
                }));
    }

    /** Their ids lie among the others as if they had been written at once: the back office is given the oldest first. */
    private Mono<Void> insert(List<Seen> batch) {
        return database
                .sql("""
                        insert into fill_event (id, fill, at, type, procedure, version, page, questions, measured, device, language)
                        select uuidv7(at - clock_timestamp()), fill, at, type, procedure, version, page, '{}', false, device, language
                        from jsonb_to_recordset(cast(:seen as jsonb)) as seen (fill uuid, at timestamptz, type text,
                            procedure text, version integer, page text, device text, language text)""")
                .bind("seen", JsonMapper.shared().writeValueAsString(batch)).then();
    }
}

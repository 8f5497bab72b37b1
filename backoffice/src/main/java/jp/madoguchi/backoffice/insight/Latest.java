package jp.madoguchi.backoffice.insight;

import java.time.Instant;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The runs and cases that ended last, one by one and without a name: to see that what happens is counted. */
@Component
class Latest {

    private static final int SHOWN = 10;

    private final DatabaseClient database;

    Latest(DatabaseClient database) {
        this.database = database;
    }

    record Run(String procedure, int version, String device, Instant endedAt, long active, long elapsed,
            boolean measured, int failures) {}

    record Case(String procedure, String office, Instant closedAt, String outcome, long queue, long handsOn,
            long approval, long applicant, long processing, int corrections) {}

    Flux<Run> runs(boolean sample) {
        return database.sql("""
                select procedure_id, version, device, ended_at, active_ms, elapsed_ms, measured, failures from fill_fact
                where outcome = 'submitted' and sample = :sample order by ended_at desc limit :shown
                """).bind("sample", sample).bind("shown", SHOWN)
                .map(row -> new Run(row.get("procedure_id", String.class), row.get("version", Integer.class),
                        row.get("device", String.class), row.get("ended_at", Instant.class),
                        row.get("active_ms", Long.class), row.get("elapsed_ms", Long.class),
                        row.get("measured", Boolean.class), row.get("failures", Integer.class)))
                .all();
    }

    Flux<Case> cases(boolean sample) {
        return database.sql("""
                select procedure_id, office, closed_at, outcome, queue_s, hands_on_s, approval_s, applicant_s, office_s,
                    corrections
                from case_fact where closed_at is not null and sample = :sample order by closed_at desc limit :shown
                """).bind("sample", sample).bind("shown", SHOWN)
                .map(row -> new Case(row.get("procedure_id", String.class), row.get("office", String.class),
                        row.get("closed_at", Instant.class), row.get("outcome", String.class),
                        row.get("queue_s", Long.class), row.get("hands_on_s", Long.class),
                        row.get("approval_s", Long.class), row.get("applicant_s", Long.class),
                        row.get("office_s", Long.class), row.get("corrections", Integer.class)))
                .all();
    }
}

package jp.madoguchi.backoffice.insight.facts;

import java.util.EnumMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The facts of one month of one procedure, row by row: what rollups are computed from. Reads in the caller's transaction. */
@Component
public class FactReader {

    private static final String STARTED_THEN = """
            procedure_id = :procedure and started_on >= :month and started_on < :month + interval '1 month'
            and sample = :sample""";

    private final DatabaseClient database;

    FactReader(DatabaseClient database) {
        this.database = database;
    }

    /** Runs of filling in that were started in that month. */
    public Flux<RunFact> runs(FactMonth of) {
        return in(of, "select version, device, outcome, active_ms, measured, elapsed_ms from fill_fact where "
                + STARTED_THEN)
                .map(row -> new RunFact(row.get("version", Integer.class), row.get("device", String.class),
                        row.get("outcome", String.class), row.get("active_ms", Long.class),
                        row.get("measured", Boolean.class), row.get("elapsed_ms", Long.class)))
                .all();
    }

    /** The pages that were seen in those runs. */
    public Flux<VisitFact> visits(FactMonth of) {
        return in(of, """
                select version, page, saved > 0 as saved, visit.failures > 0 as failed, visit.active_ms,
                    outcome = 'abandoned' and last_seen = max(last_seen) over (partition by fill) as left_here
                from fill_fact join fill_page_fact as visit using (fill) where
                """ + STARTED_THEN)
                .map(row -> new VisitFact(row.get("version", Integer.class), row.get("page", String.class),
                        row.get("saved", Boolean.class), row.get("failed", Boolean.class),
                        row.get("left_here", Boolean.class), row.get("active_ms", Long.class)))
                .all();
    }

    /** The questions that were answered wrongly in those runs. */
    public Flux<QuestionFact> questions(FactMonth of) {
        return in(of, """
                select run.version, question, count(distinct run.fill) as failed
                from (select * from fill_fact where %s) as run
                join fill_step as step on step.fill = run.fill and step.type = 'validation_failed'
                cross join unnest(step.questions) as question
                group by run.version, question
                """.formatted(STARTED_THEN))
                .map(row -> new QuestionFact(row.get("version", Integer.class), row.get("question", String.class),
                        row.get("failed", Long.class)))
                .all();
    }

    /** Cases that arrived or were closed in that month. */
    public Flux<CaseFact> cases(FactMonth of) {
        return in(of, """
                select version, office, channel, corrections, hand_offs, queue_s, hands_on_s, applicant_s, approval_s,
                    office_s, arrived_on >= :month and arrived_on < :month + interval '1 month' as arrived,
                    coalesce(closed_on >= :month and closed_on < :month + interval '1 month', false) as closed
                from case_fact
                where procedure_id = :procedure and sample = :sample
                    and (arrived_on >= :month and arrived_on < :month + interval '1 month'
                        or closed_on >= :month and closed_on < :month + interval '1 month')
                """).map(row -> {
            var seconds = new EnumMap<Wait, Long>(Wait.class);
            for (var wait : Wait.values()) {
                seconds.put(wait, row.get(wait.column(), Long.class));
            }
            return new CaseFact(row.get("version", Integer.class), row.get("office", String.class),
                    row.get("channel", String.class), row.get("arrived", Boolean.class),
                    row.get("closed", Boolean.class), row.get("corrections", Integer.class),
                    row.get("hand_offs", Integer.class), seconds);
        }).all();
    }

    private GenericExecuteSpec in(FactMonth of, String sql) {
        return database.sql(sql).bind("procedure", of.procedure().value()).bind("month", of.month())
                .bind("sample", of.sample());
    }
}

package jp.madoguchi.backoffice.insight;

import java.util.Objects;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums up the runs of filling in that were started in one month: per version and device, per page, per question. */
final class FillRollup {

    private static final String OF_THE_MONTH = """
            procedure_id = :procedure and started_on >= :month and started_on < :month + interval '1 month'
            and sample = :sample""";

    private final DatabaseClient database;

    FillRollup(DatabaseClient database) {
        this.database = database;
    }

    /** Runs in the caller's transaction. */
    Mono<Void> renew(Rollups.Due due) {
        return clear(due, "fill_rollup").then(clear(due, "fill_page_rollup")).then(clear(due, "fill_question_rollup"))
                .then(renewRuns(due)).then(renewPages(due)).then(renewQuestions(due));
    }

    private Mono<Void> clear(Rollups.Due due, String table) {
        return of(due, "delete from " + table
                + " where month = :month and procedure_id = :procedure and sample = :sample").then();
    }

    private record Group(int version, String device) {}

    private record Run(Group group, String outcome, long active, boolean measured, long elapsed) {}

    private static final class Sums {
        private final Group group;
        private long started;
        private long submitted;
        private long elsewhere;
        private long abandoned;
        private long estimated;
        private final Timings active = Timings.none();
        private final Timings elapsed = Timings.none();

        Sums(Group group) {
            this.group = group;
        }

        Sums with(Run run) {
            started++;
            switch (run.outcome) {
                case "submitted" -> submitted(run);
                case "ended_elsewhere" -> elsewhere++;
                case "abandoned" -> abandoned++;
                default -> {
                    // Still open: started, and nothing more is known.
                }
            }
            return this;
        }

        private void submitted(Run run) {
            submitted++;
            estimated += run.measured ? 0 : 1;
            active.record(run.active);
            elapsed.record(run.elapsed);
        }
    }

    private Mono<Void> renewRuns(Rollups.Due due) {
        return of(due, "select version, device, outcome, active_ms, measured, elapsed_ms from fill_fact where "
                + OF_THE_MONTH)
                .map(row -> new Run(new Group(row.get("version", Integer.class), row.get("device", String.class)),
                        row.get("outcome", String.class), row.get("active_ms", Long.class),
                        row.get("measured", Boolean.class), row.get("elapsed_ms", Long.class)))
                .all().groupBy(Run::group)
                .flatMap(runs -> runs.reduce(new Sums(Objects.requireNonNull(runs.key())), Sums::with),
                        Integer.MAX_VALUE)
                .collectList().flatMapMany(Flux::fromIterable).concatMap(sums -> insert(due, sums)).then();
    }

    private Mono<Void> insert(Rollups.Due due, Sums sums) {
        return of(due,
                """
                        insert into fill_rollup (month, procedure_id, version, device, sample, started, submitted, ended_elsewhere,
                            abandoned, estimated, active, elapsed)
                        values (:month, :procedure, :version, :device, :sample, :started, :submitted, :elsewhere, :abandoned,
                            :estimated, :active, :elapsed)
                        """)
                .bind("version", sums.group.version()).bind("device", sums.group.device())
                .bind("started", sums.started).bind("submitted", sums.submitted).bind("elsewhere", sums.elsewhere)
                .bind("abandoned", sums.abandoned).bind("estimated", sums.estimated)
                .bind("active", sums.active.encoded()).bind("elapsed", sums.elapsed.encoded()).then();
    }

    private record PageGroup(int version, String page) {}

    private record Visit(PageGroup group, boolean saved, boolean failed, boolean leftHere, long active) {}

    private static final class PageSums {
        private final PageGroup group;
        private long shown;
        private long saved;
        private long failed;
        private long leftHere;
        private final Timings active = Timings.none();

        PageSums(PageGroup group) {
            this.group = group;
        }

        PageSums with(Visit visit) {
            shown++;
            failed += visit.failed ? 1 : 0;
            leftHere += visit.leftHere ? 1 : 0;
            if (visit.saved) {
                saved++;
                active.record(visit.active);
            }
            return this;
        }
    }

    private Mono<Void> renewPages(Rollups.Due due) {
        return of(due, """
                select version, page, saved > 0 as saved, visit.failures > 0 as failed, visit.active_ms,
                    outcome = 'abandoned' and last_seen = max(last_seen) over (partition by fill) as left_here
                from fill_fact join fill_page_fact as visit using (fill) where
                """ + OF_THE_MONTH)
                .map(row -> new Visit(new PageGroup(row.get("version", Integer.class), row.get("page", String.class)),
                        row.get("saved", Boolean.class), row.get("failed", Boolean.class),
                        row.get("left_here", Boolean.class), row.get("active_ms", Long.class)))
                .all().groupBy(Visit::group)
                .flatMap(visits -> visits.reduce(new PageSums(Objects.requireNonNull(visits.key())), PageSums::with),
                        Integer.MAX_VALUE)
                .collectList().flatMapMany(Flux::fromIterable).concatMap(sums -> insert(due, sums)).then();
    }

    private Mono<Void> insert(Rollups.Due due, PageSums sums) {
        return of(due,
                """
                        insert into fill_page_rollup (month, procedure_id, version, page, sample, shown, saved, failed, left_here,
                            active)
                        values (:month, :procedure, :version, :page, :sample, :shown, :saved, :failed, :leftHere, :active)
                        """)
                .bind("version", sums.group.version()).bind("page", sums.group.page()).bind("shown", sums.shown)
                .bind("saved", sums.saved).bind("failed", sums.failed).bind("leftHere", sums.leftHere)
                .bind("active", sums.active.encoded()).then();
    }

    private Mono<Void> renewQuestions(Rollups.Due due) {
        return of(due, """
                insert into fill_question_rollup (month, procedure_id, version, question, sample, failed)
                select :month, run.procedure_id, run.version, question, run.sample, count(distinct run.fill)
                from (select * from fill_fact where %s) as run
                join fill_step as step on step.fill = run.fill and step.type = 'validation_failed'
                cross join unnest(step.questions) as question
                group by run.procedure_id, run.version, question, run.sample
                """.formatted(OF_THE_MONTH)).then();
    }

    private GenericExecuteSpec of(Rollups.Due due, String sql) {
        return database.sql(sql).bind("procedure", due.procedure()).bind("month", due.month())
                .bind("sample", due.sample());
    }
}

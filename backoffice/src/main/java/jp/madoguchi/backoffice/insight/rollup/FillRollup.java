package jp.madoguchi.backoffice.insight.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.madoguchi.backoffice.insight.facts.FactMonth;
import jp.madoguchi.backoffice.insight.facts.FactReader;
import jp.madoguchi.backoffice.insight.facts.QuestionFact;
import jp.madoguchi.backoffice.insight.facts.RunFact;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums up the runs of filling in that were started in one month: per version and device, per page, per question. */
final class FillRollup {

    private final FactReader facts;
    private final DatabaseClient database;

    FillRollup(FactReader facts, DatabaseClient database) {
        this.facts = facts;
        this.database = database;
    }

    /** Runs in the caller's transaction. */
    Mono<Void> renew(FactMonth of) {
        return clear(of, "fill_rollup").then(clear(of, "fill_page_rollup")).then(clear(of, "fill_question_rollup"))
                .then(renewRuns(of)).then(renewPages(of)).then(renewQuestions(of));
    }

    private Mono<Void> clear(FactMonth of, String table) {
        return in(of, "delete from " + table
                + " where month = :month and procedure_id = :procedure and sample = :sample").then();
    }

    private record RunGroup(int version, String device) {}

    private static final class Runs {

        private final FillSums sums = new FillSums();
        private final Timings elapsed = Timings.none();

        void add(RunFact run) {
            sums.add(run);
            if (run.outcome().equals("submitted")) {
                elapsed.record(run.elapsedMillis());
            }
        }
    }

    private Mono<Void> renewRuns(FactMonth of) {
        return facts.runs(of)
                .collect(LinkedHashMap<RunGroup, Runs>::new,
                        (all, run) -> all.computeIfAbsent(new RunGroup(run.version(), run.device()),
                                fresh -> new Runs()).add(run))
                .flatMapIterable(Map::entrySet).concatMap(one -> insert(of, one.getKey(), one.getValue())).then();
    }

    private Mono<Void> insert(FactMonth of, RunGroup group, Runs runs) {
        var counts = runs.sums.counts();
        return in(of,
                """
                        insert into fill_rollup (month, procedure_id, version, device, sample, started, submitted, ended_elsewhere,
                            abandoned, estimated, active, elapsed)
                        values (:month, :procedure, :version, :device, :sample, :started, :submitted, :elsewhere, :abandoned,
                            :estimated, :active, :elapsed)
                        """)
                .bind("version", group.version()).bind("device", group.device())
                .bind("started", counts.started()).bind("submitted", counts.submitted())
                .bind("elsewhere", counts.elsewhere()).bind("abandoned", counts.abandoned())
                .bind("estimated", counts.estimated()).bind("active", runs.sums.activeTimings().encoded())
                .bind("elapsed", runs.elapsed.encoded()).then();
    }

    private record PageGroup(int version, String page) {}

    private Mono<Void> renewPages(FactMonth of) {
        return facts.visits(of)
                .collect(LinkedHashMap<PageGroup, PageSums>::new,
                        (all, visit) -> all.computeIfAbsent(new PageGroup(visit.version(), visit.page()),
                                fresh -> new PageSums()).add(visit))
                .flatMapIterable(Map::entrySet).concatMap(one -> insert(of, one.getKey(), one.getValue())).then();
    }

    private Mono<Void> insert(FactMonth of, PageGroup group, PageSums sums) {
        return in(of,
                """
                        insert into fill_page_rollup (month, procedure_id, version, page, sample, shown, saved, failed, left_here,
                            active)
                        values (:month, :procedure, :version, :page, :sample, :shown, :saved, :failed, :leftHere, :active)
                        """)
                .bind("version", group.version()).bind("page", group.page()).bind("shown", sums.shown())
                .bind("saved", sums.saved()).bind("failed", sums.failed()).bind("leftHere", sums.leftHere())
                .bind("active", sums.activeTimings().encoded()).then();
    }

    private Mono<Void> renewQuestions(FactMonth of) {
        return facts.questions(of).collectList().flatMapMany(Flux::fromIterable)
                .concatMap(question -> insert(of, question)).then();
    }

    private Mono<Void> insert(FactMonth of, QuestionFact question) {
        return in(of, """
                insert into fill_question_rollup (month, procedure_id, version, question, sample, failed)
                values (:month, :procedure, :version, :question, :sample, :failed)
                """).bind("version", question.version()).bind("question", question.question())
                .bind("failed", question.failedRuns()).then();
    }

    private GenericExecuteSpec in(FactMonth of, String sql) {
        return database.sql(sql).bind("procedure", of.procedure().value()).bind("month", of.month())
                .bind("sample", of.sample());
    }
}

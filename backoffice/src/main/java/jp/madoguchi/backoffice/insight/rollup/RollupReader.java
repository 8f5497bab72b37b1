package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the rollups, and nothing but the rollups: its cost depends on months and procedures, not on applications. Where one
 * procedure or office can be asked for, null and an empty office ask for all.
 */
@Component
public class RollupReader {

    private static final String IN_SCOPE = " where month between :from and :to and sample = :sample";

    private final DatabaseClient database;

    RollupReader(DatabaseClient database) {
        this.database = database;
    }

    /** Runs of filling in, per whatever is taken from their finest grain. */
    public <K> Mono<Map<K, FillSums>> fills(Months months, @Nullable ProcedureId procedure, Function<RunKey, K> key) {
        return summed(in(months, procedure, """
                select procedure_id, version, device, started, submitted, ended_elsewhere, abandoned, estimated, active
                from fill_rollup""", ""), FillSums::new,
                row -> key.apply(new RunKey(procedure(row), row.get("version", Integer.class),
                        row.get("device", String.class))),
                FillSums::add);
    }

    /** Cases, per whatever is taken from their finest grain. */
    public <K> Mono<Map<K, CaseSums>> cases(Months months, @Nullable ProcedureId procedure, String office,
            Function<CaseKey, K> key) {
        var rows = in(months, procedure, """
                select procedure_id, version, office, channel, arrived, closed, corrected, hand_offs, queue, hands_on,
                    applicant, approval, processing
                from case_rollup""", office.isEmpty() ? "" : " and office = :office");
        return summed(office.isEmpty() ? rows : rows.bind("office", office), CaseSums::new,
                row -> key.apply(new CaseKey(procedure(row), row.get("version", Integer.class),
                        row.get("office", String.class))),
                CaseSums::add);
    }

    /** Cases by their finest grain, without their times. */
    public Mono<Map<CaseKey, CaseCounts>> caseCounts(Months months) {
        return in(months, null, """
                select procedure_id, version, office, channel, arrived, closed, corrected, hand_offs
                from case_rollup""", "")
                .map(row -> Map.entry(new CaseKey(procedure(row), row.get("version", Integer.class),
                        row.get("office", String.class)), CaseCounts.of(row)))
                .all().collect(LinkedHashMap<CaseKey, CaseCounts>::new,
                        (all, one) -> all.merge(one.getKey(), one.getValue(), CaseCounts::plus))
                .map(Function.identity());
    }

    /** Runs of filling in by their finest grain, without their times. */
    public Mono<Map<RunKey, FillCounts>> fillCounts(Months months) {
        return in(months, null, """
                select procedure_id, version, device, started, submitted, ended_elsewhere, abandoned, estimated
                from fill_rollup""", "")
                .map(row -> Map.entry(new RunKey(procedure(row), row.get("version", Integer.class),
                        row.get("device", String.class)), FillCounts.of(row)))
                .all().collect(LinkedHashMap<RunKey, FillCounts>::new,
                        (all, one) -> all.merge(one.getKey(), one.getValue(), FillCounts::plus))
                .map(Function.identity());
    }

    /** What happened on each page. */
    public Mono<Map<PageKey, PageSums>> pages(Months months, @Nullable ProcedureId procedure) {
        return summed(in(months, procedure,
                "select procedure_id, page, shown, saved, failed, left_here, active from fill_page_rollup", ""),
                PageSums::new, row -> new PageKey(procedure(row), row.get("page", String.class)), PageSums::add);
    }

    /** In how many runs each question was answered wrongly. */
    public Mono<Map<QuestionKey, Long>> questions(Months months, @Nullable ProcedureId procedure) {
        return in(months, procedure, "select procedure_id, question, failed from fill_question_rollup", "")
                .map(row -> Map.entry(new QuestionKey(procedure(row), row.get("question", String.class)),
                        row.get("failed", Long.class)))
                .all().collect(LinkedHashMap<QuestionKey, Long>::new,
                        (all, one) -> all.merge(one.getKey(), one.getValue(), Long::sum))
                .map(Function.identity());
    }

    /** Adds each row to the sums of its key as it arrives; a few hundred histograms are never all in memory. */
    private static <K, S> Mono<Map<K, S>> summed(GenericExecuteSpec rows, Supplier<S> none, Function<Readable, K> key,
            BiConsumer<S, Readable> add) {
        return Mono.defer(() -> {
            var all = new LinkedHashMap<K, S>();
            return rows.map(row -> {
                add.accept(all.computeIfAbsent(key.apply(row), fresh -> none.get()), row);
                return true;
            }).all().then(Mono.fromSupplier(() -> all));
        });
    }

    private GenericExecuteSpec in(Months months, @Nullable ProcedureId procedure, String select, String more) {
        var sql = database
                .sql(select + IN_SCOPE + more + (procedure == null ? "" : " and procedure_id = :procedure")
                        + " order by procedure_id, month")
                .bind("from", months.from()).bind("to", months.to()).bind("sample", months.sample());
        return procedure == null ? sql : sql.bind("procedure", procedure.value());
    }

    private static ProcedureId procedure(Readable row) {
        return new ProcedureId(row.get("procedure_id", String.class));
    }
}

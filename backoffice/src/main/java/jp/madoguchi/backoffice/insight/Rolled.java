package jp.madoguchi.backoffice.insight;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the rollups, and nothing but the rollups: its cost depends on months and procedures, not on applications. */
@Component
class Rolled {

    private static final String IN_SCOPE = " where month between :from and :to and sample = :sample";

    private final DatabaseClient database;

    Rolled(DatabaseClient database) {
        this.database = database;
    }

    /** Runs of filling in, per whatever the key takes from a row (procedure, version, device). */
    <K> Mono<Map<K, FillSums>> fills(Scope scope, String procedure, Function<FillKey, K> key) {
        return fills(scope.months(), procedure, key);
    }

    <K> Mono<Map<K, FillSums>> fills(Months months, String procedure, Function<FillKey, K> key) {
        return summed(in(months, procedure, """
                select procedure_id, version, device, started, submitted, ended_elsewhere, abandoned, estimated, active
                from fill_rollup"""), FillSums::new,
                row -> key.apply(new FillKey(row.get("procedure_id", String.class), row.get("version", Integer.class),
                        row.get("device", String.class))),
                (sums, row) -> sums.add(number(row, "started"), number(row, "submitted"),
                        number(row, "ended_elsewhere"), number(row, "abandoned"), number(row, "estimated"),
                        timings(row, "active")));
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

    record FillKey(String procedure, int version, String device) {}

    /** Cases, per whatever the key takes from a row. */
    <K> Mono<Map<K, CaseSums>> cases(Scope scope, String procedure, Function<CaseKey, K> key) {
        var ward = scope.ward();
        return cases(scope.months(), procedure, ward == null ? "" : ward.code(), key);
    }

    /** @param office one only; empty for all */
    <K> Mono<Map<K, CaseSums>> cases(Months months, String procedure, String office, Function<CaseKey, K> key) {
        var rows = in(months, procedure, """
                select procedure_id, version, office, channel, arrived, closed, corrected, hand_offs, queue, hands_on,
                    applicant, approval, processing
                from case_rollup""", office.isEmpty() ? "" : " and office = :office");
        return summed(office.isEmpty() ? rows : rows.bind("office", office), CaseSums::new,
                row -> key.apply(new CaseKey(row.get("procedure_id", String.class), row.get("version", Integer.class),
                        row.get("office", String.class))),
                Rolled::add);
    }

    private static void add(CaseSums sums, Readable row) {
        long closed = number(row, "closed");
        sums.count("online".equals(row.get("channel", String.class)), number(row, "arrived"), closed,
                number(row, "corrected"), number(row, "hand_offs"));
        if (closed > 0) {
            for (var wait : Wait.values()) {
                sums.add(wait, timings(row, wait.rollupColumn()));
            }
        }
    }

    record CaseKey(String procedure, int version, String office) {}

    /** @param shown runs that saw the page; @param leftHere abandoned runs that saw it last */
    record PageSums(PageKey key, long shown, long saved, long failed, long leftHere, Timings active) {

        PageSums with(PageSums other) {
            var together = Timings.none();
            together.add(active);
            together.add(other.active);
            return new PageSums(key, shown + other.shown, saved + other.saved, failed + other.failed,
                    leftHere + other.leftHere, together);
        }
    }

    record PageKey(String procedure, String page) {}

    Mono<Collection<PageSums>> pages(Scope scope, String procedure) {
        return in(scope.months(), procedure,
                "select procedure_id, page, shown, saved, failed, left_here, active from fill_page_rollup")
                .map(row -> new PageSums(
                        new PageKey(row.get("procedure_id", String.class), row.get("page", String.class)),
                        number(row, "shown"), number(row, "saved"), number(row, "failed"), number(row, "left_here"),
                        timings(row, "active")))
                .all().collect(LinkedHashMap<PageKey, PageSums>::new,
                        (all, one) -> all.merge(one.key(), one, PageSums::with))
                .map(Map::values);
    }

    record QuestionKey(String procedure, String question) {}

    /** In how many runs each question was answered wrongly. */
    Mono<Map<QuestionKey, Long>> questions(Scope scope, String procedure) {
        return in(scope.months(), procedure, "select procedure_id, question, failed from fill_question_rollup")
                .map(row -> Map.entry(
                        new QuestionKey(row.get("procedure_id", String.class), row.get("question", String.class)),
                        number(row, "failed")))
                .all().collect(LinkedHashMap<QuestionKey, Long>::new,
                        (all, one) -> all.merge(one.getKey(), one.getValue(), Long::sum))
                .map(Function.identity());
    }

    private GenericExecuteSpec in(Months months, String procedure, String select) {
        return in(months, procedure, select, "");
    }

    /** @param procedure one only; empty for all */
    private GenericExecuteSpec in(Months months, String procedure, String select, String more) {
        var sql = database
                .sql(select + IN_SCOPE + more + (procedure.isEmpty() ? "" : " and procedure_id = :procedure")
                        + " order by procedure_id, month")
                .bind("from", months.from()).bind("to", months.to()).bind("sample", months.sample());
        return procedure.isEmpty() ? sql : sql.bind("procedure", procedure);
    }

    private static long number(Readable row, String column) {
        return row.get(column, Long.class);
    }

    private static Timings timings(Readable row, String column) {
        ByteBuffer stored = row.get(column, ByteBuffer.class);
        var bytes = new byte[stored.remaining()];
        stored.get(bytes);
        return Timings.decoded(bytes);
    }
}

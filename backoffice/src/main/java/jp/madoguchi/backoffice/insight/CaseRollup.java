package jp.madoguchi.backoffice.insight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums up the cases that arrived and those that were closed in one month, per version, office and channel. */
final class CaseRollup {

    private final DatabaseClient database;

    CaseRollup(DatabaseClient database) {
        this.database = database;
    }

    /** Which cases are counted together. */
    private record Kind(int version, String office, String channel) {}

    private record Fact(Kind kind, boolean arrived, boolean closed, boolean corrected, int handOffs,
            Map<Wait, Long> seconds) {}

    private static final class Sums {
        private final Kind kind;
        private long arrived;
        private long closed;
        private long corrected;
        private long handOffs;
        private final Map<Wait, Timings> timings = new EnumMap<>(Wait.class);

        Sums(Kind kind) {
            this.kind = kind;
            for (var wait : Wait.values()) {
                timings.put(wait, Timings.none());
            }
        }

        Sums with(Fact fact) {
            arrived += fact.arrived ? 1 : 0;
            if (fact.closed) {
                closed++;
                corrected += fact.corrected ? 1 : 0;
                handOffs += fact.handOffs;
                fact.seconds.forEach((wait, seconds) -> Objects.requireNonNull(timings.get(wait)).record(seconds));
            }
            return this;
        }
    }

    /** Runs in the caller's transaction. */
    Mono<Void> renew(Rollups.Due due) {
        var sums = facts(due).groupBy(Fact::kind)
                .flatMap(facts -> facts.reduce(new Sums(Objects.requireNonNull(facts.key())), Sums::with),
                        Integer.MAX_VALUE)
                .collectList();
        return delete(due).then(sums).flatMapMany(Flux::fromIterable).concatMap(sum -> insert(due, sum)).then();
    }

    private Flux<Fact> facts(Rollups.Due due) {
        return database.sql("""
                select version, office, channel, corrections, hand_offs, queue_s, hands_on_s, applicant_s, approval_s,
                    office_s, arrived_on >= :month and arrived_on < :month + interval '1 month' as arrived,
                    coalesce(closed_on >= :month and closed_on < :month + interval '1 month', false) as closed
                from case_fact
                where procedure_id = :procedure and sample = :sample
                    and (arrived_on >= :month and arrived_on < :month + interval '1 month'
                        or closed_on >= :month and closed_on < :month + interval '1 month')
                """).bind("procedure", due.procedure()).bind("month", due.month()).bind("sample", due.sample())
                .map(row -> {
                    var seconds = new EnumMap<Wait, Long>(Wait.class);
                    for (var wait : Wait.values()) {
                        seconds.put(wait, row.get(wait.factColumn(), Long.class));
                    }
                    return new Fact(
                            new Kind(row.get("version", Integer.class), row.get("office", String.class),
                                    row.get("channel", String.class)),
                            row.get("arrived", Boolean.class), row.get("closed", Boolean.class),
                            row.get("corrections", Integer.class) > 0, row.get("hand_offs", Integer.class), seconds);
                }).all();
    }

    private Mono<Void> delete(Rollups.Due due) {
        return database.sql("""
                delete from case_rollup where month = :month and procedure_id = :procedure and sample = :sample
                """).bind("month", due.month()).bind("procedure", due.procedure()).bind("sample", due.sample()).then();
    }

    private Mono<Void> insert(Rollups.Due due, Sums sums) {
        var insert = database
                .sql("""
                        insert into case_rollup (month, procedure_id, version, office, channel, sample, arrived, closed, corrected,
                            hand_offs, queue, hands_on, applicant, approval, processing)
                        values (:month, :procedure, :version, :office, :channel, :sample, :arrived, :closed, :corrected, :handOffs,
                            :queue, :hands_on, :applicant, :approval, :processing)
                        """)
                .bind("month", due.month()).bind("procedure", due.procedure())
                .bind("version", sums.kind.version()).bind("office", sums.kind.office())
                .bind("channel", sums.kind.channel()).bind("sample", due.sample()).bind("arrived", sums.arrived)
                .bind("closed", sums.closed).bind("corrected", sums.corrected).bind("handOffs", sums.handOffs);
        for (var wait : Wait.values()) {
            insert = insert.bind(wait.rollupColumn(), Objects.requireNonNull(sums.timings.get(wait)).encoded());
        }
        return insert.then();
    }
}

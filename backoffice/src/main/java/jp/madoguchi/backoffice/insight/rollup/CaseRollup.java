package jp.madoguchi.backoffice.insight.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.madoguchi.backoffice.insight.facts.FactMonth;
import jp.madoguchi.backoffice.insight.facts.FactReader;
import jp.madoguchi.backoffice.insight.facts.Wait;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Sums up the cases that arrived and those that were closed in one month, per version, office and channel. */
final class CaseRollup {

    private final FactReader facts;
    private final DatabaseClient database;

    CaseRollup(FactReader facts, DatabaseClient database) {
        this.facts = facts;
        this.database = database;
    }

    private record CaseGroup(int version, String office, String channel) {}

    /** Runs in the caller's transaction. */
    Mono<Void> renew(FactMonth of) {
        var sums = facts.cases(of).collect(LinkedHashMap<CaseGroup, CaseSums>::new,
                (all, fact) -> all.computeIfAbsent(new CaseGroup(fact.version(), fact.office(), fact.channel()),
                        fresh -> new CaseSums()).add(fact));
        return delete(of).then(sums).flatMapIterable(Map::entrySet)
                .concatMap(one -> insert(of, one.getKey(), one.getValue())).then();
    }

    private Mono<Void> delete(FactMonth of) {
        return database.sql("""
                delete from case_rollup where month = :month and procedure_id = :procedure and sample = :sample
                """).bind("month", of.month()).bind("procedure", of.procedure().value()).bind("sample", of.sample())
                .then();
    }

    private Mono<Void> insert(FactMonth of, CaseGroup group, CaseSums sums) {
        var counts = sums.counts();
        var insert = database
                .sql("""
                        insert into case_rollup (month, procedure_id, version, office, channel, sample, arrived, closed, corrected,
                            hand_offs, queue, hands_on, applicant, approval, processing)
                        values (:month, :procedure, :version, :office, :channel, :sample, :arrived, :closed, :corrected, :handOffs,
                            :queue, :hands_on, :applicant, :approval, :processing)
                        """)
                .bind("month", of.month()).bind("procedure", of.procedure().value()).bind("version", group.version())
                .bind("office", group.office()).bind("channel", group.channel()).bind("sample", of.sample())
                .bind("arrived", counts.arrived()).bind("closed", counts.closed())
                .bind("corrected", counts.corrected()).bind("handOffs", counts.handOffs());
        for (var wait : Wait.values()) {
            insert = insert.bind(CaseSums.column(wait), sums.timings(wait).encoded());
        }
        return insert.then();
    }
}

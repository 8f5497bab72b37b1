package jp.madoguchi.backoffice.insight.dashboard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.backoffice.insight.Sequentially;
import jp.madoguchi.backoffice.insight.rollup.CaseCounts;
import jp.madoguchi.backoffice.insight.rollup.CaseKey;
import jp.madoguchi.backoffice.insight.rollup.FillCounts;
import jp.madoguchi.backoffice.insight.rollup.Months;
import jp.madoguchi.backoffice.insight.rollup.RollupReader;
import jp.madoguchi.backoffice.insight.rollup.RunKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds out what must not be told of a year. Always over the whole city, whatever part a page shows, so that all pages hide the same. */
@Component
class HiddenFigures {

    private final RollupReader rollups;

    HiddenFigures(RollupReader rollups) {
        this.rollups = rollups;
    }

    Mono<Hidden> of(Months months, KnownNames names) {
        return Sequentially.of(rollups.caseCounts(months), rollups.fillCounts(months))
                .publishOn(Schedulers.boundedElastic()).map(found -> {
                    var counts = new EnumMap<Count, Map<FigurePart, Long>>(Count.class);
                    found.getT1().forEach((key, count) -> count(count, part(key, names), counts));
                    found.getT2().forEach((key, count) -> count(count, part(key, names), counts));
                    return Hidden.of(counts);
                });
    }

    private static FigurePart part(CaseKey key, KnownNames names) {
        return new FigurePart(names.bureau(key.procedure()), key.procedure(), key.version(), key.office());
    }

    private static FigurePart part(RunKey key, KnownNames names) {
        return new FigurePart(names.bureau(key.procedure()), key.procedure(), key.version(), key.device());
    }

    private static void count(CaseCounts cases, FigurePart part, Map<Count, Map<FigurePart, Long>> counts) {
        put(counts, Count.ARRIVED, part, cases.arrived());
        put(counts, Count.ARRIVED_ONLINE, part, cases.arrivedOnline());
        put(counts, Count.ARRIVED_OTHERWISE, part, cases.arrived() - cases.arrivedOnline());
        put(counts, Count.CLOSED, part, cases.closed());
        put(counts, Count.CORRECTED, part, cases.corrected());
        put(counts, Count.NOT_CORRECTED, part, cases.closed() - cases.corrected());
    }

    private static void count(FillCounts fills, FigurePart part, Map<Count, Map<FigurePart, Long>> counts) {
        long completed = fills.submitted() + fills.elsewhere();
        put(counts, Count.STARTED, part, fills.started());
        put(counts, Count.SUBMITTED, part, fills.submitted());
        put(counts, Count.NOT_SUBMITTED, part, fills.started() - fills.submitted());
        put(counts, Count.COMPLETED, part, completed);
        put(counts, Count.NOT_COMPLETED, part, fills.started() - completed);
        put(counts, Count.ABANDONED, part, fills.abandoned());
        put(counts, Count.NOT_ABANDONED, part, fills.started() - fills.abandoned());
        put(counts, Count.ESTIMATED, part, fills.estimated());
        put(counts, Count.MEASURED, part, fills.submitted() - fills.estimated());
    }

    private static void put(Map<Count, Map<FigurePart, Long>> counts, Count of, FigurePart part, long count) {
        counts.computeIfAbsent(of, none -> new HashMap<>()).put(part, count);
    }
}

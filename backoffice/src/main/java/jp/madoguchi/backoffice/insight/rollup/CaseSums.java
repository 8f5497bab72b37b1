package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import jp.madoguchi.backoffice.insight.facts.CaseFact;
import jp.madoguchi.backoffice.insight.facts.Wait;

/** Cases, summed up over whatever is asked for. Not thread-safe. */
public final class CaseSums implements Summable<CaseSums> {

    private CaseCounts counts = CaseCounts.NONE;
    private final Map<Wait, Timings> timings = new EnumMap<>(Wait.class);

    public CaseSums() {
        for (var wait : Wait.values()) {
            timings.put(wait, Timings.none());
        }
    }

    void add(CaseFact fact) {
        counts = counts.plus(CaseCounts.of(fact));
        if (fact.closed()) {
            fact.seconds().forEach((wait, seconds) -> timings(wait).record(seconds));
        }
    }

    void add(Readable row) {
        var more = CaseCounts.of(row);
        counts = counts.plus(more);
        if (more.closed() > 0) {
            timings.forEach((wait, sum) -> sum.add(Timings.of(row, column(wait))));
        }
    }

    @Override
    public void add(CaseSums more) {
        counts = counts.plus(more.counts);
        more.timings.forEach((wait, others) -> timings(wait).add(others));
    }

    /** The column of the rollup that holds the times of this kind. */
    static String column(Wait wait) {
        return switch (wait) {
            case QUEUE -> "queue";
            case HANDS_ON -> "hands_on";
            case APPROVAL -> "approval";
            case APPLICANT -> "applicant";
            case PROCESSING -> "processing";
        };
    }

    CaseCounts counts() {
        return counts;
    }

    Timings timings(Wait wait) {
        return Objects.requireNonNull(timings.get(wait));
    }

    public long arrived() {
        return counts.arrived();
    }

    /** Online-use rate (オンライン利用率): of the cases that arrived, those that came online. */
    public Ratio onlineUse() {
        return new Ratio(counts.arrivedOnline(), counts.arrived());
    }

    /** Cases with at least one correction, of those closed. */
    public Ratio correction() {
        return new Ratio(counts.corrected(), counts.closed());
    }

    /** Of closed cases, seconds of office hours. */
    public Spread spread(Wait wait) {
        return Spread.of(timings(wait));
    }
}

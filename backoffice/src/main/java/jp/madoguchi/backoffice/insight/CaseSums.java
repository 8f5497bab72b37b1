package jp.madoguchi.backoffice.insight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Cases, summed up over whatever is asked for. Not thread-safe. */
final class CaseSums {

    private long arrived;
    private long arrivedOnline;
    private long closed;
    private long corrected;
    private long handOffs;
    private final Map<Wait, Timings> timings = new EnumMap<>(Wait.class);

    CaseSums() {
        for (var wait : Wait.values()) {
            timings.put(wait, Timings.none());
        }
    }

    void count(boolean online, long moreArrived, long moreClosed, long moreCorrected, long moreHandOffs) {
        arrived += moreArrived;
        arrivedOnline += online ? moreArrived : 0;
        closed += moreClosed;
        corrected += moreCorrected;
        handOffs += moreHandOffs;
    }

    void add(Wait wait, Timings more) {
        timings(wait).add(more);
    }

    void add(CaseSums other) {
        arrived += other.arrived;
        arrivedOnline += other.arrivedOnline;
        closed += other.closed;
        corrected += other.corrected;
        handOffs += other.handOffs;
        other.timings.forEach((wait, more) -> timings(wait).add(more));
    }

    long arrived() {
        return arrived;
    }

    long closed() {
        return closed;
    }

    /** Online-use rate (オンライン利用率): of the cases that arrived, those that came online. */
    Ratio onlineUse() {
        return new Ratio(arrivedOnline, arrived);
    }

    /** Cases with at least one correction, of those closed. */
    Ratio correction() {
        return new Ratio(corrected, closed);
    }

    long handOffs() {
        return handOffs;
    }

    /** Of closed cases, seconds of office hours. */
    Spread spread(Wait wait) {
        return Spread.of(timings(wait));
    }

    private Timings timings(Wait wait) {
        return Objects.requireNonNull(timings.get(wait));
    }
}

package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.insight.facts.VisitFact;

/** What happened on a page of a form, summed up over whatever is asked for. Not thread-safe. */
public final class PageSums implements Summable<PageSums> {

    private long shown;
    private long saved;
    private long failed;
    private long leftHere;
    private final Timings active = Timings.none();

    void add(VisitFact visit) {
        shown++;
        failed += visit.failed() ? 1 : 0;
        leftHere += visit.leftHere() ? 1 : 0;
        if (visit.saved()) {
            saved++;
            active.record(visit.activeMillis());
        }
    }

    void add(Readable row) {
        shown += row.get("shown", Long.class);
        saved += row.get("saved", Long.class);
        failed += row.get("failed", Long.class);
        leftHere += row.get("left_here", Long.class);
        active.add(Timings.of(row, "active"));
    }

    @Override
    public void add(PageSums more) {
        shown += more.shown;
        saved += more.saved;
        failed += more.failed;
        leftHere += more.leftHere;
        active.add(more.active);
    }

    Timings activeTimings() {
        return active;
    }

    /** Runs that saw the page. */
    public long shown() {
        return shown;
    }

    /** Runs that got past it. */
    public long saved() {
        return saved;
    }

    /** Runs in which an answer on it was refused. */
    public long failed() {
        return failed;
    }

    /** Abandoned runs that saw it last. */
    public long leftHere() {
        return leftHere;
    }

    /** Active time on it of runs that got past it, milliseconds. */
    public Spread active() {
        return Spread.of(active);
    }
}

package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.insight.facts.RunFact;

/** Runs of filling in, summed up over whatever is asked for. Not thread-safe. */
public final class FillSums implements Summable<FillSums> {

    private FillCounts counts = FillCounts.NONE;
    private final Timings active = Timings.none();

    void add(RunFact run) {
        counts = counts.plus(FillCounts.of(run));
        if (run.outcome().equals("submitted")) {
            active.record(run.activeMillis());
        }
    }

    void add(Readable row) {
        counts = counts.plus(FillCounts.of(row));
        active.add(Timings.of(row, "active"));
    }

    @Override
    public void add(FillSums more) {
        counts = counts.plus(more.counts);
        active.add(more.active);
    }

    FillCounts counts() {
        return counts;
    }

    Timings activeTimings() {
        return active;
    }

    /** First page saved. */
    public long started() {
        return counts.started();
    }

    /** Completed of started; being rightly told that one is not eligible completes as well. */
    public Ratio completion() {
        return new Ratio(counts.submitted() + counts.elsewhere(), counts.started());
    }

    public Ratio abandoned() {
        return new Ratio(counts.abandoned(), counts.started());
    }

    /** Of the submitted, those whose time the server estimated because the page could not measure it. */
    public long estimated() {
        return counts.estimated();
    }

    /** Active time of submitted runs, milliseconds. */
    public Spread active() {
        return Spread.of(active);
    }
}

package jp.madoguchi.backoffice.insight;

/** Runs of filling in, summed up over whatever is asked for. Not thread-safe. */
final class FillSums {

    private long started;
    private long submitted;
    private long elsewhere;
    private long abandoned;
    private long estimated;
    private final Timings active = Timings.none();

    void add(long moreStarted, long moreSubmitted, long moreElsewhere, long moreAbandoned, long moreEstimated,
            Timings moreActive) {
        started += moreStarted;
        submitted += moreSubmitted;
        elsewhere += moreElsewhere;
        abandoned += moreAbandoned;
        estimated += moreEstimated;
        active.add(moreActive);
    }

    void add(FillSums other) {
        add(other.started, other.submitted, other.elsewhere, other.abandoned, other.estimated, other.active);
    }

    /** First page saved. */
    long started() {
        return started;
    }

    long submitted() {
        return submitted;
    }

    /** Completed of started; being rightly told that one is not eligible completes as well. */
    Ratio completion() {
        return new Ratio(submitted + elsewhere, started);
    }

    Ratio abandoned() {
        return new Ratio(abandoned, started);
    }

    /** Of the submitted, those whose time the server estimated because the page could not measure it. */
    long estimated() {
        return estimated;
    }

    /** Active time of submitted runs, milliseconds. */
    Spread active() {
        return Spread.of(active);
    }
}

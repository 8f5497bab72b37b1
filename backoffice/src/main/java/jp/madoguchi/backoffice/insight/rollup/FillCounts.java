package jp.madoguchi.backoffice.insight.rollup;

import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.insight.facts.RunFact;

/**
 * Runs of filling in, counted.
 *
 * @param started first page saved
 * @param elsewhere rightly told on the way that this is not theirs to apply for
 * @param estimated of the submitted, those whose time the server estimated because the page could not measure it
 */
public record FillCounts(long started, long submitted, long elsewhere, long abandoned, long estimated) {

    static final FillCounts NONE = new FillCounts(0, 0, 0, 0, 0);

    private static final FillCounts OPEN = new FillCounts(1, 0, 0, 0, 0);
    private static final FillCounts ELSEWHERE = new FillCounts(1, 0, 1, 0, 0);
    private static final FillCounts ABANDONED = new FillCounts(1, 0, 0, 1, 0);
    private static final FillCounts MEASURED = new FillCounts(1, 1, 0, 0, 0);
    private static final FillCounts ESTIMATED = new FillCounts(1, 1, 0, 0, 1);

    static FillCounts of(RunFact run) {
        return switch (run.outcome()) {
            case "submitted" -> run.measured() ? MEASURED : ESTIMATED;
            case "ended_elsewhere" -> ELSEWHERE;
            case "abandoned" -> ABANDONED;
            default -> OPEN;
        };
    }

    static FillCounts of(Readable row) {
        return new FillCounts(row.get("started", Long.class), row.get("submitted", Long.class),
                row.get("ended_elsewhere", Long.class), row.get("abandoned", Long.class),
                row.get("estimated", Long.class));
    }

    FillCounts plus(FillCounts more) {
        return new FillCounts(started + more.started, submitted + more.submitted, elsewhere + more.elsewhere,
                abandoned + more.abandoned, estimated + more.estimated);
    }
}

package jp.madoguchi.backoffice.insight.rollup;

import java.util.Objects;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.backoffice.insight.facts.Facts;

/** Rollups for tests, computed when the test says so. */
public final class FreshRollups {

    private FreshRollups() {}

    public static void of(TestOffice office) {
        office.bean(Rollups.class).refresh().block();
    }

    static Rollups in(InsightDatabase database) {
        return new Rollups(Facts.readerOf(database), database.client, database.transaction);
    }

    static long refreshed(Rollups rollups) {
        return Objects.requireNonNull(rollups.refresh().block());
    }
}

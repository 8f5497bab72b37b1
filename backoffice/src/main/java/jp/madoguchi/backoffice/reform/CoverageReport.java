package jp.madoguchi.backoffice.reform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is told of the coverage rate on one day, for the whole city or a part of it.
 *
 * @param trend the fiscal year asked for, month by month
 * @param byBureau of each bureau, largest denominator first; of the whole city
 * @param byWard of each ward; of the whole city
 * @param onlineUse online applications of all applications in the base year: not coverage, how much it is used
 * @param target rate aimed at, over 0 to 1
 * @param reached when the target is or will be reached if every plan is kept; empty where no plan gets there
 * @param counted the ways that count as smart
 * @param sample whether made-up entries are among those counted
 * @param gaps eligible entries without counts by ward, which no ward's figure can hold
 */
public record CoverageReport(LocalDate day, Coverage now, CoverageTrend trend, List<Part> byBureau, List<Part> byWard,
        Share onlineUse, int baseYear, double target, LocalDate targetDay, Optional<YearMonth> reached,
        Set<Way> counted, boolean sample, int gaps) {

    public CoverageReport {
        byBureau = List.copyOf(byBureau);
        byWard = List.copyOf(byWard);
        counted = Set.copyOf(counted);
    }

    /** @param code what a filter takes; @param label what people read */
    public record Part(String code, String label, Coverage coverage) {}
}

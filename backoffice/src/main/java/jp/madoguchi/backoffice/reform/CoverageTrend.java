package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.Ward;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Coverage at the ends of months: what was, and what is to be expected.
 */
public record CoverageTrend(List<Point> points) {

    /** How far ahead plans are looked at, in months. */
    static final int MONTHS_AHEAD = 60;

    public CoverageTrend {
        points = List.copyOf(points);
    }

    /** @param expected false for what was, true for a forecast */
    public record Point(YearMonth month, Coverage coverage, boolean expected) {}

    /**
     * Months {@code from} to {@code to}, both included. A month that has ended, and the running one as of today, is what
     * was; a later one is forecast.
     */
    static CoverageTrend between(YearMonth from, YearMonth to, LocalDate today, Collection<InventoryEntry> register,
            Set<Way> counted, @Nullable Ward ward) {
        var points = new ArrayList<Point>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            boolean ahead = month.isAfter(YearMonth.from(today));
            points.add(new Point(month,
                    ahead
                            ? Coverage.expectedOn(month.atEndOfMonth(), register, counted, ward)
                            : Coverage.on(earlier(month.atEndOfMonth(), today), register, counted, ward),
                    ahead));
        }
        return new CoverageTrend(points);
    }

    /** The first month at whose end the target is or will be reached; empty where no plan reaches it within five years. */
    static Optional<YearMonth> reached(double target, LocalDate today, Collection<InventoryEntry> register,
            Set<Way> counted, @Nullable Ward ward) {
        var thisMonth = YearMonth.from(today);
        return between(thisMonth, thisMonth.plusMonths(MONTHS_AHEAD), today, register, counted, ward).points().stream()
                .filter(point -> point.coverage().applications().rate().orElse(0) >= target).map(Point::month)
                .findFirst();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

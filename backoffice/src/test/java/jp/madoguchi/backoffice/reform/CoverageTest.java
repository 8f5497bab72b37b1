package jp.madoguchi.backoffice.reform;

import jp.madoguchi.forms.city.City;
import static jp.madoguchi.backoffice.reform.Entries.counter;
import static jp.madoguchi.backoffice.reform.Entries.entry;
import static jp.madoguchi.backoffice.reform.Entries.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Set<Way> ONLINE = Set.of(Way.ONLINE);

    @Test
    void countsByApplicationsAndByKinds() {
        var register = List.of(online("A", 700, TODAY), counter("B", 200), counter("C", 100));

        var coverage = Coverage.on(TODAY, register, ONLINE, null);

        assertThat(coverage.applications().rate()).hasValueCloseTo(0.7, within(1e-9));
        assertThat(coverage.kinds()).isEqualTo(new Share(1, 3));
        assertThat(Coverage.on(TODAY.minusDays(1), register, ONLINE, null).applications().part()).isZero();
    }

    @Test
    void leavesOutWhatIsNotEligibleAndCountsOnlyTheWaysTheCityCounts() {
        var register = List.of(entry("A", Way.POST, null, null, 50, true),
                entry("B", Way.ONLINE, null, null, 50, false),
                counter("C", 50));

        assertThat(Coverage.on(TODAY, register, ONLINE, null).applications()).isEqualTo(new Share(0, 100));
        assertThat(Coverage.on(TODAY, register, Set.of(Way.ONLINE, Way.POST), null).applications())
                .isEqualTo(new Share(50, 100));
        assertThat(
                Coverage.on(TODAY, register, ONLINE, City.inForce().ward("nishi").orElseThrow()).applications().rate())
                .isEmpty();
    }

    @Test
    void forecastsWithThePlansAndSaysWhenTheTargetIsReached() {
        var planned = LocalDate.of(2027, 4, 15);
        var register = List.of(online("A", 60, TODAY), entry("B", Way.COUNTER, null, planned, 20, true),
                counter("C", 20));

        var trend = CoverageTrend.between(YearMonth.of(2026, 11), YearMonth.of(2027, 4), TODAY, register, ONLINE, null);

        assertThat(trend.points()).extracting(CoverageTrend.Point::expected).containsExactly(false, true, true, true,
                true, true);
        assertThat(trend.points().getLast().coverage().applications()).isEqualTo(new Share(80, 100));
        assertThat(CoverageTrend.reached(0.7, TODAY, register, ONLINE, null)).contains(YearMonth.of(2027, 4));
        assertThat(CoverageTrend.reached(0.9, TODAY, register, ONLINE, null)).isEmpty();
    }

    @Test
    void listsWhatWouldBringMostFirst() {
        var register = List.of(online("A", 60, TODAY), counter("B", 10), counter("C", 30));

        var next = NextProcedure.of(register, TODAY, ONLINE, null);

        assertThat(next).extracting(found -> found.entry().code()).containsExactly("C", "B");
        assertThat(next.getFirst().gain()).isCloseTo(0.3, within(1e-9));
    }

    @Property
    void aRateLiesBetweenNoneAndAllAndNeverFallsWhenMoreWaysCount(@ForAll("registers") List<InventoryEntry> register,
            @ForAll Set<Way> counted) {
        var coverage = Coverage.on(TODAY, register, counted, null);
        var expected = Coverage.expectedOn(TODAY, register, counted, null);
        var everything = Coverage.on(TODAY, register, EnumSet.allOf(Way.class), null);

        coverage.applications().rate().ifPresent(rate -> assertThat(rate).isBetween(0.0, 1.0));
        coverage.kinds().rate().ifPresent(rate -> assertThat(rate).isBetween(0.0, 1.0));
        assertThat(expected.applications().part()).isGreaterThanOrEqualTo(coverage.applications().part());
        assertThat(everything.applications().part()).isGreaterThanOrEqualTo(coverage.applications().part());
    }

    @Property
    void coverageAndWhatIsLeftMakeTheWhole(@ForAll("registers") List<InventoryEntry> register) {
        var coverage = Coverage.on(TODAY, register, ONLINE, null).applications();
        long left = NextProcedure.of(register, TODAY, ONLINE, null).stream().mapToLong(NextProcedure::applications)
                .sum();

        assertThat(coverage.part() + left).isEqualTo(coverage.whole());
    }

    @Provide
    Arbitrary<List<InventoryEntry>> registers() {
        var days = Arbitraries.integers().between(-500, 500).map(TODAY::plusDays);
        return Combinators.combine(Arbitraries.of(Way.class), days.injectNull(0.3), days.injectNull(0.5),
                Arbitraries.integers().between(0, 400_000), Arbitraries.of(true, true, true, false))
                .as((way, since, planned, count, eligible) -> entry("X", way, since, planned, count, eligible)).list()
                .ofMaxSize(40);
    }
}

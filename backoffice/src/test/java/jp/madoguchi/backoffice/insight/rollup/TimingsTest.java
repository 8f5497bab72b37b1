package jp.madoguchi.backoffice.insight.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Property
    void mergingIsAsIfAllHadBeenRecordedTogether(
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 10_000_000_000L) Long> one,
            @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 10_000_000_000L) Long> other) {
        var merged = of(one);
        merged.add(Timings.decoded(of(other).encoded()));
        var together = of(one);
        other.forEach(together::record);

        assertThat(merged.count()).isEqualTo(together.count());
        for (double percentile : new double[]{0, 50, 75, 90, 100}) {
            assertThat(merged.percentile(percentile)).isEqualTo(together.percentile(percentile));
        }
    }

    @Property
    void aPercentileIsRightToOnePerCent(
            @ForAll @NotEmpty @Size(max = 300) List<@LongRange(min = 0, max = 10_000_000_000L) Long> times) {
        var sorted = times.stream().sorted().toList();
        long median = sorted.get((int) Math.ceil(sorted.size() * 0.5) - 1);

        assertThat((double) of(times).percentile(50)).isBetween(median * 0.99 - 1, median * 1.01 + 1);
    }

    @Test
    void tellsNothingOfFewerThanTenButHowManyThereWere() {
        var nine = of(LongStream.rangeClosed(1, 9).boxed().toList());
        assertThat(Spread.of(nine)).isEqualTo(new Spread(9, Optional.empty()));

        nine.record(10);
        assertThat(Spread.of(nine).points()).contains(new Spread.Points(5, 8, 9));
    }

    private static Timings of(List<Long> times) {
        var timings = Timings.none();
        times.forEach(timings::record);
        return timings;
    }
}

package jp.madoguchi.backoffice.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jp.madoguchi.platform.csv.CsvText;

import org.junit.jupiter.api.Test;

class SampleRegisterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void isOfTheSizeOfTheCity() {
        var entries = SampleRegister.entries();

        assertThat(entries).hasSize(1_000).allMatch(InventoryEntry::sample);
        assertThat(entries.stream().mapToLong(entry -> entry.base().total()).sum()).isEqualTo(2_300_000);
        assertThat(entries.stream().filter(entry -> entry.base().total() >= 10_000).count()).isBetween(36L, 44L);
        assertThat(entries).extracting(InventoryEntry::code).doesNotHaveDuplicates();
        assertThat(entries).extracting(InventoryEntry::title).doesNotHaveDuplicates();
        assertThat(entries).filteredOn(entry -> entry.procedure() != null).extracting(InventoryEntry::procedure)
                .map(String::valueOf)
                .containsExactlyInAnyOrder("kokuho-dattai", "jido-teate", "inu-toroku");
    }

    @Test
    void isTheSameOnEveryRunAndSurvivesTheFile() {
        var entries = SampleRegister.entries();

        assertThat(SampleRegister.entries()).isEqualTo(entries);
        var read = InventoryFile.read(
                CsvText.decode(InventoryFile.write(entries).bytes()), true);
        assertThat(read.errors()).isEmpty();
        assertThat(read.entries()).isEqualTo(entries);
    }

    @Test
    void wardsAddUpAndTheCoverageIsNeitherDoneNorHopeless() {
        var entries = SampleRegister.entries();

        assertThat(entries).allMatch(entry -> entry.byWard().values().stream().mapToLong(count -> count)
                .sum() == entry.base().total());
        var coverage = Coverage.on(TODAY, entries, Set.of(Way.ONLINE), null);
        assertThat(coverage.applications().rate().orElseThrow()).isBetween(0.55, 0.70);
        assertThat(coverage.kinds().rate().orElseThrow()).isBetween(0.25, 0.50);
        assertThat(CoverageTrend.reached(0.7, TODAY, entries, Set.of(Way.ONLINE), null)).isPresent();
    }
}

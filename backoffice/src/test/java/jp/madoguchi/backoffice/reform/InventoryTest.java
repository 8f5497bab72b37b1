package jp.madoguchi.backoffice.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.backoffice.reform.web.ImportPreview;
import jp.madoguchi.testkit.AtOnce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InventoryTest {

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private static final ChangedBy ONE = new ChangedBy("1", "one");
    private static final ChangedBy TWO = new ChangedBy("2", "two");
    private final Inventory inventory = new Inventory(DATABASE.client, DATABASE.transaction,
            JsonMapper.builder().build(), InstantSource.system());

    @BeforeEach
    void empty() {
        DATABASE.client.sql("truncate procedure_inventory").then().block();
    }

    @Test
    void whatIsKeptIsReadBack() {
        var sample = SampleRegister.entries();

        inventory.keepAll(sample, ONE).block();

        assertThat(inventory.all().collectList().block()).containsExactlyInAnyOrderElementsOf(sample);
        assertThat(inventory.isEmpty().block()).isFalse();
    }

    @Test
    void aChangeMadeFromAnOldStateIsNotTaken() {
        var entry = Entries.online("A", 10, LocalDate.of(2025, 4, 1));
        assertThat(inventory.add(entry, ONE).block()).isTrue();
        assertThat(inventory.add(entry, TWO).block()).isFalse();

        assertThat(inventory.change(Entries.counter("A", 20), 1, ONE).block()).isTrue();
        assertThat(inventory.change(Entries.counter("A", 30), 1, TWO).block()).isFalse();

        var kept = Objects.requireNonNull(inventory.byCode("A").block());
        assertThat(kept.revision()).isEqualTo(2);
        assertThat(kept.entry().base().total()).isEqualTo(20);
        assertThat(kept.by()).isEqualTo(ONE);
    }

    @Test
    void whatStaysAsItIsIsNoChange() {
        var entry = Entries.online("A", 10, LocalDate.of(2025, 4, 1));
        inventory.keepAll(List.of(entry), ONE).block();
        inventory.keepAll(List.of(entry, Entries.counter("B", 1)), TWO).block();

        assertThat(Objects.requireNonNull(inventory.byCode("A").block()).by()).isEqualTo(ONE);
        assertThat(Objects.requireNonNull(inventory.byCode("A").block()).revision()).isEqualTo(1);
        assertThat(Objects.requireNonNull(inventory.byCode("B").block()).by()).isEqualTo(TWO);
    }

    @Test
    void aCodeIsGivenOnceToThoseWhoAddItAtOnce() {
        assertThat(AtOnce.by(4, () -> inventory.add(Entries.counter("A", 1), ONE).block()))
                .containsExactlyInAnyOrder(true, false, false, false);
        assertThat(AtOnce.by(4, () -> inventory.change(Entries.counter("A", 2), 1, TWO).block()))
                .containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void thePreviewNamesWhatChanges() {
        var before = List.of(Entries.online("A", 10, LocalDate.of(2025, 4, 1)));
        var after = new InventoryFile(
                List.of(Entries.online("A", 12, LocalDate.of(2025, 4, 1)), Entries.counter("B", 1)),
                List.of());

        var preview = ImportPreview.of(UUID.randomUUID(), "x.csv", after, before);

        assertThat(preview.added()).extracting(ImportPreview.Change::code).containsExactly("B");
        assertThat(preview.changed()).singleElement().satisfies(
                change -> assertThat(change.what()).contains("件数（窓口）：10 → 12").allMatch(what -> what.contains("→")));
    }
}

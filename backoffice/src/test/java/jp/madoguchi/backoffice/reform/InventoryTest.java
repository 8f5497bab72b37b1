package jp.madoguchi.backoffice.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.backoffice.reform.web.ImportPreview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InventoryTest {

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private final Inventory inventory = new Inventory(DATABASE.client, DATABASE.transaction,
            JsonMapper.builder().build(), InstantSource.system());

    @BeforeEach
    void empty() {
        DATABASE.client.sql("truncate procedure_inventory, inventory_import").then().block();
    }

    @Test
    void whatIsKeptIsReadBack() {
        var sample = SampleRegister.entries();

        inventory.keepAll(sample, "test").block();

        assertThat(inventory.all().collectList().block()).containsExactlyInAnyOrderElementsOf(sample);
        assertThat(inventory.isEmpty().block()).isFalse();
    }

    @Test
    void takingTheSameFileTwiceLeavesTheSameRegister() {
        var entries = SampleRegister.entries().subList(0, 50);
        var text = new String(InventoryFile.write(entries).bytes(), StandardCharsets.UTF_8).substring(1);
        for (int i = 0; i < 2; i++) {
            var id = Objects.requireNonNull(inventory.wait("reform", "x.csv", text).block());
            inventory.take(id, InventoryFile.read(text, false).entries(), "reform").block();
            assertThat(inventory.waiting(id, "reform").block()).isNull();
        }

        var register = Objects.requireNonNull(inventory.all().collectList().block());
        assertThat(register).hasSize(50).noneMatch(InventoryEntry::sample);
        assertThat(ImportPreview.of(UUID.randomUUID(), "x.csv", InventoryFile.read(text, false), register)
                .canBeTaken()).isFalse();
    }

    @Test
    void aWaitingFileIsForItsSenderOnly() {
        var id = Objects.requireNonNull(inventory.wait("reform", "x.csv", "x").block());

        assertThat(inventory.waiting(id, "somebody").block()).isNull();
        assertThat(inventory.waiting(id, "reform").block()).isNotNull();
    }

    @Test
    void aChangeMadeFromAnOldStateIsNotTaken() {
        var entry = Entries.online("A", 10, LocalDate.of(2025, 4, 1));
        assertThat(inventory.add(entry, "one").block()).isTrue();
        assertThat(inventory.add(entry, "two").block()).isFalse();

        assertThat(inventory.change(Entries.counter("A", 20), 1, "one").block()).isTrue();
        assertThat(inventory.change(Entries.counter("A", 30), 1, "two").block()).isFalse();

        var kept = Objects.requireNonNull(inventory.byCode("A").block());
        assertThat(kept.revision()).isEqualTo(2);
        assertThat(kept.entry().base().total()).isEqualTo(20);
        assertThat(kept.changedBy()).isEqualTo("one");
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

package jp.madoguchi.backoffice.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.backoffice.reform.SentFile.End;
import jp.madoguchi.backoffice.reform.web.ImportPreview;
import jp.madoguchi.testkit.AtOnce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegisterImportTest {

    private static final InsightDatabase DATABASE = new InsightDatabase();
    private static final String STAFF = "reform";
    private static final ChangedBy BY = new ChangedBy(STAFF, "改革 進");
    private static final ChangedBy OTHER = new ChangedBy("other", "改革 六花");

    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private final JsonMapper json = JsonMapper.builder().build();
    private final Inventory inventory = new Inventory(DATABASE.client, DATABASE.transaction, json, () -> now);
    private final SentFiles files = new SentFiles(DATABASE.client, DATABASE.transaction, () -> now);
    private final RegisterImport register = new RegisterImport(inventory, files, DATABASE.client, DATABASE.transaction,
            json);

    @BeforeEach
    void empty() {
        DATABASE.client.sql("truncate procedure_inventory, inventory_import cascade").then().block();
    }

    @Test
    void takingTheSameFileTwiceLeavesTheSameRegister() {
        var entries = SampleRegister.entries().subList(0, 50);
        var text = new String(InventoryFile.write(entries).bytes(), StandardCharsets.UTF_8).substring(1);
        var read = InventoryFile.read(text, false).entries();
        for (var expected : List.of(new Taking.Taken(50, 0, 0), new Taking.Taken(0, 0, 50))) {
            var id = sent(text);
            assertThat(take(id, read, shown(id, read))).isEqualTo(expected);
            assertThat(end(id)).isEqualTo(End.TAKEN);
        }

        var all = Objects.requireNonNull(inventory.all().collectList().block());
        assertThat(all).hasSize(50).noneMatch(InventoryEntry::sample);
        assertThat(ImportPreview.of(UUID.randomUUID(), "x.csv", InventoryFile.read(text, false), all).canBeTaken())
                .isFalse();
    }

    @Test
    void whatWasChangedSinceThePreviewIsNotOverwritten() {
        inventory.keepAll(List.of(counter("A", 1), counter("B", 1), counter("C", 1)), BY).block();
        var entries = List.of(counter("A", 2), counter("B", 1), counter("C", 2), counter("D", 2));
        var id = sent("x");
        var before = shown(id, entries);
        inventory.keepAll(List.of(counter("B", 7), counter("C", 2), counter("D", 7)), OTHER).block();

        assertThat(take(id, entries, before)).isInstanceOfSatisfying(Taking.Overtaken.class,
                overtaken -> assertThat(overtaken.entries()).allMatch(kept -> kept.by().equals(OTHER))
                        .extracting(kept -> kept.entry().code()).as("C already is what the file wants")
                        .containsExactly("B", "D"));
        assertThat(counts()).containsExactly(1L, 7L, 2L, 7L);
        assertThat(take(id, entries, before)).as("pressed again on the old page").isInstanceOf(Taking.Overtaken.class);

        assertThat(take(id, entries, shown(id, entries))).isEqualTo(new Taking.Taken(0, 3, 1));
        assertThat(counts()).containsExactly(2L, 1L, 2L, 2L);
    }

    @Test
    void whatNobodyWasShownIsNotTaken() {
        var id = sent("x");

        assertThat(take(id, List.of(counter("A", 1)), "made up")).isEqualTo(new Taking.Overtaken(List.of()));
        assertThat(counts()).isEmpty();
        assertThat(end(id)).isNull();
    }

    @Test
    void ofConfirmationsAtOnceOneWins() {
        var entries = List.of(counter("A", 1));
        var id = sent("x");
        var shown = shown(id, entries);

        assertThat(AtOnce.by(4, () -> take(id, entries, shown))).containsExactlyInAnyOrder(new Taking.Taken(1, 0, 0),
                new Taking.NotWaiting(), new Taking.NotWaiting(), new Taking.NotWaiting());
    }

    @Test
    void ofTwoFilesForTheSameEntriesAtOnceOneIsOvertaken() {
        inventory.keepAll(List.of(counter("A", 1)), BY).block();
        var confirmations = new ConcurrentLinkedQueue<Callable<Taking>>();
        for (int i = 2; i <= 3; i++) {
            var entries = List.of(counter("A", i));
            var id = sent("x");
            var shown = shown(id, entries);
            confirmations.add(() -> take(id, entries, shown));
        }

        var took = AtOnce.by(2, () -> confirmations.remove().call());

        assertThat(took).hasOnlyElementsOfTypes(Taking.Taken.class, Taking.Overtaken.class)
                .hasAtLeastOneElementOfType(Taking.Taken.class).hasAtLeastOneElementOfType(Taking.Overtaken.class);
    }

    @Test
    void aSentFileIsForItsSenderOnly() {
        var id = sent("x");

        assertThat(files.sent(id, "somebody").block()).isNull();
        assertThat(files.cancel(id, "somebody").block()).isNull();
        assertThat(register.take(id, List.of(), "", "somebody", OTHER).block()).isEqualTo(new Taking.NotWaiting());
        assertThat(end(id)).isNull();
    }

    @Test
    void aFurtherFileLeavesTheLastOnesWaiting() {
        var others = Objects.requireNonNull(files.keep("other", "x.csv", "x").block());
        var first = sent("first");
        var second = sent("second");
        assertThat(end(first)).isNull();
        for (int i = 2; i <= SentFiles.MOST_WAITING; i++) {
            now = now.plusSeconds(1);
            sent("x");
        }

        assertThat(end(first)).isEqualTo(End.DISPLACED);
        assertThat(end(second)).isNull();
        assertThat(Objects.requireNonNull(files.sent(second, STAFF).block()).content()).isEqualTo("second");
        assertThat(Objects.requireNonNull(files.sent(others, "other").block()).end()).isNull();
        AtOnce.by(4, () -> sent("x"));
        assertThat(
                DATABASE.client.sql("select count(*) as n from inventory_import where staff = :staff and ended is null")
                        .bind("staff", STAFF).map(row -> row.get("n", Long.class)).one().block())
                .isEqualTo(SentFiles.MOST_WAITING);
    }

    @Test
    void aFileWaitsADayAndIsRememberedForAMonth() {
        var id = sent("x");
        now = now.plus(SentFiles.LONGEST_WAIT).plusSeconds(1);
        assertThat(end(id)).isEqualTo(End.EXPIRED);
        assertThat(take(id, List.of(), shown(id, List.of()))).isEqualTo(new Taking.NotWaiting());
        sent("y");
        assertThat(end(id)).isEqualTo(End.EXPIRED);
        assertThat(Objects.requireNonNull(files.sent(id, STAFF).block()).content()).isEmpty();

        now = now.plus(SentFiles.REMEMBERED).plus(Duration.ofDays(1));
        sent("z");
        assertThat(files.sent(id, STAFF).block()).isNull();
    }

    @Test
    void whatIsCancelledIsNotTaken() {
        var entries = List.of(counter("A", 1));
        var id = sent("x");
        var shown = shown(id, entries);

        assertThat(files.cancel(id, STAFF).block()).isTrue();
        assertThat(files.cancel(id, STAFF).block()).isNull();
        assertThat(take(id, entries, shown)).isEqualTo(new Taking.NotWaiting());
        assertThat(end(id)).isEqualTo(End.CANCELLED);
    }

    private static InventoryEntry counter(String code, int applications) {
        return Entries.counter(code, applications);
    }

    private UUID sent(String text) {
        return Objects.requireNonNull(files.keep(STAFF, "x.csv", text).block());
    }

    private @Nullable End end(UUID id) {
        return Objects.requireNonNull(files.sent(id, STAFF).block()).end();
    }

    private String shown(UUID id, List<InventoryEntry> entries) {
        var all = Objects.requireNonNull(inventory.kept().collectList().block());
        return Objects.requireNonNull(register.shown(id, entries, all).block());
    }

    private Taking take(UUID id, List<InventoryEntry> entries, String shown) {
        return Objects.requireNonNull(register.take(id, entries, shown, STAFF, BY).block());
    }

    private List<Long> counts() {
        return Objects.requireNonNull(inventory.all().map(entry -> entry.base().total()).collectList().block());
    }
}

package jp.madoguchi.backoffice.reform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.backoffice.reform.SentFile.End;
import jp.madoguchi.forms.Sha256;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file into the register, if the register still is what the preview showed. */
@Component
public class RegisterImport {

    private final Inventory inventory;
    private final SentFiles files;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    RegisterImport(Inventory inventory, SentFiles files, DatabaseClient database, TransactionalOperator transaction,
            JsonMapper json) {
        this.inventory = inventory;
        this.files = files;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Remembers what a preview shows.
     *
     * @param register as it was compared with the file
     * @return what the preview has to be confirmed with
     */
    public Mono<String> shown(UUID file, List<InventoryEntry> entries, List<Inventory.Kept> register) {
        var known = byCode(register);
        var revisions = new TreeMap<String, Integer>();
        entries.stream().map(entry -> known.get(entry.code())).filter(Objects::nonNull)
                .forEach(kept -> revisions.put(kept.entry().code(), kept.revision()));
        var written = json.writeValueAsString(revisions);
        var fingerprint = Sha256.hex(written);
        return database.sql("""
                insert into inventory_preview (import, fingerprint, revisions)
                values (:file, :fingerprint, cast(:revisions as jsonb)) on conflict do nothing
                """).bind("file", file).bind("fingerprint", fingerprint).bind("revisions", written).then()
                .thenReturn(fingerprint);
    }

    /**
     * Takes all entries of a waiting file, or none.
     *
     * @param shown what the preview was given by {@link #shown}
     */
    public Mono<Taking> take(UUID file, List<InventoryEntry> entries, String shown, String staff, ChangedBy by) {
        return files.waiting(file, staff)
                .flatMap(waits -> inventory.alone().then(revisions(file, shown)))
                .flatMap(seen -> inventory.kept().collectList()
                        .flatMap(register -> taken(file, entries, seen, byCode(register), by)))
                .switchIfEmpty(notWaitingOrUnknown(file, staff))
                .as(transaction::transactional);
    }

    private Mono<Taking> notWaitingOrUnknown(UUID file, String staff) {
        return files.waiting(file, staff).<Taking>map(waits -> new Taking.Overtaken(List.of()))
                .defaultIfEmpty(new Taking.NotWaiting());
    }

    private Mono<Taking> taken(UUID file, List<InventoryEntry> entries, Map<String, Integer> shown,
            Map<String, Inventory.Kept> register, ChangedBy by) {
        var fresh = entries.stream().filter(entry -> !register.containsKey(entry.code())).toList();
        var overwritten = entries.stream().map(entry -> {
            var kept = register.get(entry.code());
            return kept == null || kept.entry().equals(entry) ? null : kept;
        }).filter(Objects::nonNull).toList();
        var overtaken = overwritten.stream()
                .filter(kept -> kept.revision() != shown.getOrDefault(kept.entry().code(), 0)).toList();
        if (!overtaken.isEmpty()) {
            return Mono.just(new Taking.Overtaken(overtaken));
        }
        return inventory.keepAll(entries, by).then(files.end(file, End.TAKEN)).thenReturn(new Taking.Taken(fresh.size(),
                overwritten.size(), entries.size() - fresh.size() - overwritten.size()));
    }

    /** Empty where nobody was shown this. */
    private Mono<Map<String, Integer>> revisions(UUID file, String shown) {
        return database
                .sql("select revisions from inventory_preview where import = :file and fingerprint = :shown")
                .bind("file", file).bind("shown", shown)
                .map(row -> json.readValue(row.get("revisions", String.class),
                        new TypeReference<Map<String, Integer>>() {
                        }))
                .one();
    }

    private static Map<String, Inventory.Kept> byCode(List<Inventory.Kept> register) {
        return register.stream().collect(Collectors.toMap(kept -> kept.entry().code(), Function.identity()));
    }
}

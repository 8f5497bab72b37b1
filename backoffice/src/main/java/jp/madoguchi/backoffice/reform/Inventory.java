package jp.madoguchi.backoffice.reform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.forms.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of all procedures, in PostgreSQL. Some thousand rows: read as a whole. */
@Component
public class Inventory {

    private static final String COLUMNS = """
            code, title, bureau, law_rank, eligible, way, way_since, planned_online, needs_signature, needs_original,
            needs_face_to_face, needs_fee, base_year, base_online, base_counter, base_post, base_other, base_by_ward,
            procedure_id, sample""";

    private static final String KEEP_ALL = """
            insert into procedure_inventory as known (%s, changed_at, changed_by)
            select %s, :now, :by from jsonb_populate_recordset(null::procedure_inventory, cast(:rows as jsonb))
            on conflict (code) do update set (title, bureau, law_rank, eligible, way, way_since, planned_online,
                needs_signature, needs_original, needs_face_to_face, needs_fee, base_year, base_online, base_counter,
                base_post, base_other, base_by_ward, procedure_id, sample, changed_at, changed_by, revision)
                = (excluded.title, excluded.bureau, excluded.law_rank, excluded.eligible, excluded.way, excluded.way_since,
                excluded.planned_online, excluded.needs_signature, excluded.needs_original, excluded.needs_face_to_face,
                excluded.needs_fee, excluded.base_year, excluded.base_online, excluded.base_counter, excluded.base_post,
                excluded.base_other, excluded.base_by_ward, excluded.procedure_id, excluded.sample, excluded.changed_at,
                excluded.changed_by, known.revision + 1)
            """
            .formatted(COLUMNS, COLUMNS);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final InstantSource clock;

    Inventory(DatabaseClient database, TransactionalOperator transaction, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** @param revision rises with every change; a change must name the one it was made from */
    public record Kept(InventoryEntry entry, int revision, Instant changedAt, String changedBy) {}

    /** A file that waits for the word to take it. */
    public record WaitingImport(UUID id, String staff, String fileName, String content) {}

    public Flux<InventoryEntry> all() {
        return database.sql("select " + COLUMNS + " from procedure_inventory order by code").map(this::entry).all();
    }

    public Mono<Kept> byCode(String code) {
        return database.sql(
                "select " + COLUMNS + ", revision, changed_at, changed_by from procedure_inventory where code = :code")
                .bind("code", code).map(row -> new Kept(entry(row), row.get("revision", Integer.class),
                        row.get("changed_at", Instant.class), row.get("changed_by", String.class)))
                .one();
    }

    Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select from procedure_inventory) as none")
                .map(row -> row.get("none", Boolean.class)).one();
    }

    /** Adds or replaces these entries, all or none. */
    Mono<Void> keepAll(List<InventoryEntry> entries, String by) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(KEEP_ALL)
                .bind("rows", json.writeValueAsString(entries.stream().map(Inventory::row).toList()))
                .bind("now", clock.instant()).bind("by", by).then().as(transaction::transactional);
    }

    /** Adds one entry; false where its code is taken. */
    public Mono<Boolean> add(InventoryEntry entry, String by) {
        return byCode(entry.code()).hasElement()
                .flatMap(taken -> taken ? Mono.just(false) : keepAll(List.of(entry), by).thenReturn(true))
                .as(transaction::transactional);
    }

    /** Replaces one entry; false where it is no longer at the revision the change was made from. */
    public Mono<Boolean> change(InventoryEntry entry, int revision, String by) {
        return database
                .sql("select revision from procedure_inventory where code = :code and revision = :revision for update")
                .bind("code", entry.code()).bind("revision", revision).map(row -> true).one().defaultIfEmpty(false)
                .flatMap(current -> current ? keepAll(List.of(entry), by).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    /** Keeps a file until it is taken; files of this person that wait already are dropped, and old ones of anybody. */
    public Mono<UUID> wait(String staff, String fileName, String content) {
        var now = clock.instant();
        return database.sql("delete from inventory_import where staff = :staff or uploaded_at < :old")
                .bind("staff", staff).bind("old", now.minus(Duration.ofDays(1))).then()
                .then(database.sql("""
                        insert into inventory_import (staff, file_name, content, uploaded_at)
                        values (:staff, :name, :content, :now) returning id
                        """).bind("staff", staff).bind("name", fileName).bind("content", content).bind("now", now)
                        .map(row -> row.get("id", UUID.class)).one())
                .as(transaction::transactional);
    }

    /** The waiting file, for the person who sent it only. */
    public Mono<WaitingImport> waiting(UUID id, String staff) {
        return database
                .sql("select id, staff, file_name, content from inventory_import where id = :id and staff = :staff")
                .bind("id", id).bind("staff", staff)
                .map(row -> new WaitingImport(row.get("id", UUID.class), row.get("staff", String.class),
                        row.get("file_name", String.class), row.get("content", String.class)))
                .one();
    }

    /** Takes the entries of a waiting file and forgets the file. */
    public Mono<Void> take(UUID id, List<InventoryEntry> entries, String by) {
        return keepAll(entries, by).then(
                database.sql("delete from inventory_import where id = :id").bind("id", id).then())
                .as(transaction::transactional);
    }

    private static Map<String, @Nullable Object> row(InventoryEntry entry) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", entry.code());
        row.put("title", entry.title());
        row.put("bureau", entry.bureau());
        row.put("law_rank", code(entry.lawRank()));
        row.put("eligible", entry.eligible());
        row.put("way", code(entry.way()));
        row.put("way_since", text(entry.waySince()));
        row.put("planned_online", text(entry.plannedOnline()));
        row.put("needs_signature", entry.blockers().contains(Blocker.SIGNATURE));
        row.put("needs_original", entry.blockers().contains(Blocker.ORIGINAL));
        row.put("needs_face_to_face", entry.blockers().contains(Blocker.FACE_TO_FACE));
        row.put("needs_fee", entry.blockers().contains(Blocker.FEE));
        row.put("base_year", entry.baseYear());
        row.put("base_online", entry.base().online());
        row.put("base_counter", entry.base().counter());
        row.put("base_post", entry.base().post());
        row.put("base_other", entry.base().other());
        var wards = new HashMap<String, Integer>();
        entry.byWard().forEach((ward, count) -> wards.put(ward.code(), count));
        row.put("base_by_ward", wards);
        row.put("procedure_id", entry.procedure() == null ? null : entry.procedure().value());
        row.put("sample", entry.sample());
        return row;
    }

    private InventoryEntry entry(Readable row) {
        return new InventoryEntry(row.get("code", String.class), row.get("title", String.class),
                row.get("bureau", String.class), of(LawRank.class, row.get("law_rank", String.class)),
                row.get("eligible", Boolean.class), of(Way.class, row.get("way", String.class)),
                row.get("way_since", LocalDate.class), row.get("planned_online", LocalDate.class), blockers(row),
                row.get("base_year", Integer.class),
                new ChannelCounts(row.get("base_online", Integer.class), row.get("base_counter", Integer.class),
                        row.get("base_post", Integer.class), row.get("base_other", Integer.class)),
                wards(row.get("base_by_ward", String.class)), procedure(row),
                row.get("sample", Boolean.class));
    }

    private static @Nullable ProcedureId procedure(Readable row) {
        var id = row.get("procedure_id", String.class);
        return id == null ? null : new ProcedureId(id);
    }

    private static Set<Blocker> blockers(Readable row) {
        var blockers = EnumSet.noneOf(Blocker.class);
        for (var blocker : Blocker.values()) {
            if (row.get("needs_" + code(blocker), Boolean.class)) {
                blockers.add(blocker);
            }
        }
        return blockers;
    }

    private Map<Ward, Integer> wards(String stored) {
        var wards = new EnumMap<Ward, Integer>(Ward.class);
        json.readValue(stored, new TypeReference<Map<String, Integer>>() {
        })
                .forEach((code, count) -> Ward.of(code).ifPresent(ward -> wards.put(ward, count)));
        return wards;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E of(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

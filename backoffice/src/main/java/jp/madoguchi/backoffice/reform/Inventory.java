package jp.madoguchi.backoffice.reform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final String KEPT = "select " + COLUMNS
            + ", revision, changed_at, changed_by, changed_by_staff from procedure_inventory";

    /** What stays as it is is not a change: nobody else is told that it was changed. */
    private static final String KEEP_ALL = """
            insert into procedure_inventory as known (%s, changed_at, changed_by, changed_by_staff)
            select %s, :now, :by, :staff
            from jsonb_populate_recordset(null::procedure_inventory, cast(:rows as jsonb))
            on conflict (code) do update set (title, bureau, law_rank, eligible, way, way_since, planned_online, needs_signature,
                needs_original, needs_face_to_face, needs_fee, base_year, base_online, base_counter,
                base_post, base_other, base_by_ward, procedure_id, sample,
                changed_at, changed_by, changed_by_staff, revision)
                = (excluded.title, excluded.bureau, excluded.law_rank, excluded.eligible, excluded.way,
                excluded.way_since, excluded.planned_online, excluded.needs_signature,
                excluded.needs_original, excluded.needs_face_to_face, excluded.needs_fee, excluded.base_year,
                excluded.base_online, excluded.base_counter, excluded.base_post, excluded.base_other,
                excluded.base_by_ward, excluded.procedure_id, excluded.sample,
                excluded.changed_at, excluded.changed_by, excluded.changed_by_staff, known.revision + 1)
            where (known.title, known.bureau, known.law_rank, known.eligible, known.way, known.way_since,
                known.planned_online, known.needs_signature, known.needs_original, known.needs_face_to_face,
                known.needs_fee, known.base_year, known.base_online, known.base_counter, known.base_post,
                known.base_other, known.base_by_ward, known.procedure_id, known.sample)
                is distinct from
                (excluded.title, excluded.bureau, excluded.law_rank, excluded.eligible, excluded.way,
                excluded.way_since, excluded.planned_online, excluded.needs_signature,
                excluded.needs_original, excluded.needs_face_to_face, excluded.needs_fee, excluded.base_year,
                excluded.base_online, excluded.base_counter, excluded.base_post, excluded.base_other,
                excluded.base_by_ward, excluded.procedure_id, excluded.sample)
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
    public record Kept(InventoryEntry entry, int revision, Instant changedAt, ChangedBy by) {}

    public Flux<InventoryEntry> all() {
        return database.sql("select " + COLUMNS + " from procedure_inventory order by code").map(this::entry).all();
    }

    public Mono<Kept> byCode(String code) {
        return database.sql(KEPT + " where code = :code").bind("code", code).map(this::kept).one();
    }

    /** The whole register with who changed what last, in one snapshot. */
    public Flux<Kept> kept() {
        return database.sql(KEPT).map(this::kept).all();
    }

    Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select from procedure_inventory) as none")
                .map(row -> row.get("none", Boolean.class)).one();
    }

    /** Whoever looks before they write does it alone, to the end of their transaction; readers do not wait. */
    Mono<Void> alone() {
        return database.sql("select pg_advisory_xact_lock(hashtext('reform.inventory'))").then();
    }

    /** Adds or replaces these entries, all or none. */
    Mono<Void> keepAll(List<InventoryEntry> entries, ChangedBy by) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return alone().then(database.sql(KEEP_ALL)
                .bind("rows", json.writeValueAsString(entries.stream().map(Inventory::row).toList()))
                .bind("now", clock.instant()).bind("by", by.name()).bind("staff", by.staff()).then())
                .as(transaction::transactional);
    }

    /** Adds one entry; false where its code is taken. */
    public Mono<Boolean> add(InventoryEntry entry, ChangedBy by) {
        return alone().then(byCode(entry.code()).hasElement())
                .flatMap(taken -> taken ? Mono.just(false) : keepAll(List.of(entry), by).thenReturn(true))
                .as(transaction::transactional);
    }

    /** Replaces one entry; false where it is no longer at the revision the change was made from. */
    public Mono<Boolean> change(InventoryEntry entry, int revision, ChangedBy by) {
        return alone().then(byCode(entry.code())).map(kept -> kept.revision() == revision).defaultIfEmpty(false)
                .flatMap(current -> current ? keepAll(List.of(entry), by).thenReturn(true) : Mono.just(false))
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
        row.put("base_by_ward", entry.byWard());
        row.put("procedure_id", entry.procedure() == null ? null : entry.procedure().value());
        row.put("sample", entry.sample());
        return row;
    }

    private Kept kept(Readable row) {
        return new Kept(entry(row), row.get("revision", Integer.class), row.get("changed_at", Instant.class),
                new ChangedBy(row.get("changed_by_staff", String.class), row.get("changed_by", String.class)));
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

    /** Those of wards that are no more too: what was counted stays what it was. */
    private Map<String, Integer> wards(String stored) {
        return json.readValue(stored, new TypeReference<Map<String, Integer>>() {
        });
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

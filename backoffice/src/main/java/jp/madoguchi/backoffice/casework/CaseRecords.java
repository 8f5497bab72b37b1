package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Offices;

import jp.madoguchi.platform.database.Maybe;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The records of cases as an auditor needs them: which there are, and whether each is whole, with all it vouches for. */
@Component
public class CaseRecords {

    private final DatabaseClient database;
    private final Offices offices;
    private final StoredFileCheck files;
    private final JsonMapper json;
    private final InstantSource clock;

    CaseRecords(DatabaseClient database, Offices offices, StoredFileCheck files, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.offices = offices;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A case without anything personal.
     *
     * @param fileTrouble what the last look at its files found, empty where nothing is wrong
     */
    public record Head(UUID id, String receiptNumber, String procedure, String office, Instant arrivedAt,
            String fileTrouble) {}

    /**
     * Whether a record is whole.
     *
     * @param trouble what is wrong, empty where nothing is
     * @param unsealed whether something arrived before events vouched for it, so that only the events themselves were compared
     */
    public record Verdict(int events, String trouble, boolean unsealed) {}

    /** A case whose time has come. @param suspect whether its files were not in order when they were last looked at */
    public record Due(UUID id, boolean suspect) {}

    /**
     * Broken ones first, as they were found by the last check, then the newest by arrival.
     *
     * @param receiptNumber 14 digits, empty for all
     * @param after the last case of the page before
     */
    public Flux<Head> list(String receiptNumber, @Nullable UUID after, int most) {
        var bound = database
                .sql("""
                        with last as (
                            select f.arrived_at, f.id, c.trouble <> '' or c.file_trouble <> '' as broken
                            from case_file f join record_check c on c.case_id = f.id where f.id = :after
                        ), found as (
                            (select f.id, f.arrived_at, c.file_trouble, 0 as rank
                            from case_file f join record_check c on c.case_id = f.id
                            where (c.trouble <> '' or c.file_trouble <> '') and (:receipt = '' or f.receipt_number = :receipt)
                                and (cast(:after as uuid) is null
                                    or exists (select from last where broken and (f.arrived_at, f.id) < (last.arrived_at, last.id)))
                            order by f.arrived_at desc, f.id desc limit :most)
                            union all
                            (select f.id, f.arrived_at, c.file_trouble, 1
                            from case_file f join record_check c on c.case_id = f.id
                            where c.trouble = '' and c.file_trouble = '' and (:receipt = '' or f.receipt_number = :receipt)
                                and (cast(:after as uuid) is null
                                    or exists (select from last where broken or (f.arrived_at, f.id) < (last.arrived_at, last.id)))
                            order by f.arrived_at desc, f.id desc limit :most)
                        )
                        select f.id, f.receipt_number, f.procedure_title, f.office, f.arrived_at, found.file_trouble
                        from found join case_file f on f.id = found.id
                        order by found.rank, f.arrived_at desc, f.id desc limit :most
                        """)
                .bind("receipt", receiptNumber).bind("most", most).bind("after", Maybe.of(after, UUID.class));
        return offices.names().flatMapMany(names -> bound
                .map(row -> new Head(row.get("id", UUID.class), row.get("receipt_number", String.class),
                        row.get("procedure_title", String.class),
                        Offices.nameOf(row.get("office", String.class), names), row.get("arrived_at", Instant.class),
                        row.get("file_trouble", String.class)))
                .all());
    }

    /** How many cases were found broken by their last check. */
    public Mono<Long> broken() {
        return database.sql("select count(*) from record_check where trouble <> '' or file_trouble <> ''")
                .map(row -> row.get(0, Long.class)).one();
    }

    /** When the case was checked that has waited longest; the epoch while one never was, empty where there are no cases. */
    public Mono<Instant> oldestCheck() {
        return database.sql("select checked_at from record_check order by checked_at limit 1")
                .map(row -> row.get("checked_at", Instant.class)).one();
    }

    /** Cases that were not checked since then, longest first. */
    public Flux<Due> due(Instant since, int most) {
        return database.sql("""
                select case_id, file_trouble <> '' as suspect from record_check where checked_at < :since
                order by checked_at limit :most
                """).bind("since", since).bind("most", most)
                .map(row -> new Due(row.get("case_id", UUID.class), row.get("suspect", Boolean.class))).all();
    }

    /**
     * Whether the role the program works with could change what must only be added to. Then the record of a case vouches for less
     * than it should: whoever takes over the program can take off the guard.
     */
    public Mono<Boolean> isUnguarded() {
        return database.sql("""
                select bool_or(pg_has_role(current_user, c.relowner, 'member')
                    or has_table_privilege(c.oid, 'update, delete, truncate, trigger')) as unguarded
                from pg_class c where c.relnamespace = current_schema()::regnamespace
                    and c.relname in ('case_event', 'case_answers', 'case_attachment', 'case_document', 'case_access')
                """).map(row -> row.get("unguarded", Boolean.class)).one();
    }

    /** Compares the record of a case with itself and with all it vouches for in the database. */
    public Mono<Verdict> verify(UUID id) {
        return stored(id).map(StoredRecord::verify);
    }

    /** The same, and keeps what was found. */
    public Mono<Verdict> check(UUID id) {
        return verify(id).flatMap(verdict -> database.sql("""
                insert into record_check (case_id, checked_at, events, trouble, unsealed)
                values (:id, :now, :events, :trouble, :unsealed)
                on conflict (case_id) do update set checked_at = excluded.checked_at, events = excluded.events,
                    trouble = excluded.trouble, unsealed = excluded.unsealed
                """).bind("id", id).bind("now", clock.instant()).bind("events", verdict.events())
                .bind("trouble", verdict.trouble()).bind("unsealed", verdict.unsealed()).then().thenReturn(verdict));
    }

    /** Reads the files of a case in the object store, compares them with their hashes, and keeps what is wrong; empty for nothing. */
    public Mono<String> checkFiles(UUID id) {
        return files.trouble(id).flatMap(trouble -> database
                .sql("update record_check set file_trouble = :trouble where case_id = :id").bind("trouble", trouble)
                .bind("id", id).then().thenReturn(trouble));
    }

    /** From one statement, and so of one moment: nobody who moves the case meanwhile raises a false alarm. */
    private Mono<StoredRecord> stored(UUID id) {
        return database.sql("""
                select f.last_hash,
                    cast((select json_agg(json_build_object('sequence', e.sequence, 'body', e.body,
                            'previousHash', e.previous_hash, 'hash', e.hash) order by e.sequence)
                        from case_event e where e.case_id = f.id) as text) as events,
                    cast((select json_agg(json_build_object('revision', a.revision, 'answers', a.answers,
                            'salt', a.salt) order by a.revision)
                        from case_answers a where a.case_id = f.id) as text) as answers,
                    cast((select json_agg(json_build_object('id', a.id, 'revision', a.revision, 'question', a.question,
                            'name', a.name, 'bytes', a.bytes, 'sha256', a.sha256, 'mediaType', a.media_type,
                            'salt', a.salt))
                        from case_attachment a where a.case_id = f.id) as text) as files,
                    cast((select json_agg(json_build_object('id', d.id, 'sha256', d.sha256))
                        from case_document d where d.case_id = f.id) as text) as documents
                from case_file f where f.id = :id
                """).bind("id", id)
                .map(row -> new StoredRecord(id, row.get("last_hash", String.class),
                        list(row.get("events", String.class), EventChain.Link[].class),
                        list(row.get("answers", String.class), StoredRecord.AnswersRow[].class),
                        list(row.get("files", String.class), StoredRecord.FileRow[].class),
                        list(row.get("documents", String.class), StoredRecord.DocumentRow[].class)))
                .one();
    }

    private <T> List<T> list(@Nullable String array, Class<T[]> type) {
        return array == null ? List.of() : List.of(json.readValue(array, type));
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.input.InputGuard;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody was typing in a form of a case: a locked screen or a lost session loses nothing. One's own only. */
@Component
public class WorkDrafts {

    private static final int MOST_CHARACTERS = 50_000;
    /** Longer than a request is ever under way. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
    };

    private final DatabaseClient database;
    private final JsonMapper json;
    private final InstantSource clock;

    WorkDrafts(DatabaseClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the fields of a form; hidden ones (beginning with an underscore) are left out, My Numbers hidden. */
    public Mono<Void> keep(UUID caseId, Staff staff, String form, MultiValueMap<String, String> fields) {
        return keep(caseId, staff, form, fields, clock.instant());
    }

    /**
     * The same for what a page sends while somebody types. Nothing is kept of a page that was opened before the form was sent, if
     * it comes just after: it is the copy that the sending overtook.
     *
     * @param opened when the page was made
     */
    public Mono<Void> keep(UUID caseId, Staff staff, String form, MultiValueMap<String, String> fields,
            Instant opened) {
        var typed = new TreeMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, values.stream().map(InputGuard::withoutNumbers).toList());
            }
        });
        var text = json.writeValueAsString(typed);
        if (text.length() > MOST_CHARACTERS) {
            return Mono.empty();
        }
        return database
                .sql("""
                        insert into work_draft (staff, case_id, form, fields, saved_at) values (:staff, :case, :form, :fields, :now)
                        on conflict (staff, case_id, form) do update set fields = excluded.fields, saved_at = excluded.saved_at, sent_at = null
                        where work_draft.sent_at is null or work_draft.sent_at <= :opened
                            or work_draft.sent_at <= :overtaken
                        """)
                .bind("staff", staff.id()).bind("case", caseId).bind("form", form).bind("fields", text)
                .bind("now", clock.instant()).bind("opened", opened)
                .bind("overtaken", clock.instant().minus(UNDER_WAY)).then();
    }

    /** What was typed; no fields where nothing was kept. */
    public Mono<MultiValueMap<String, String>> read(UUID caseId, Staff staff, String form) {
        return database.sql("select fields from work_draft where staff = :staff and case_id = :case and form = :form")
                .bind("staff", staff.id()).bind("case", caseId).bind("form", form)
                .map(row -> row.get("fields", String.class)).one()
                .<MultiValueMap<String, String>>map(text -> new LinkedMultiValueMap<>(json.readValue(text, FIELDS)))
                .switchIfEmpty(Mono.fromSupplier(LinkedMultiValueMap::new));
    }

    /** Drops whatever anybody typed into forms of a case that holds one of these texts. */
    Mono<Void> forget(UUID caseId, List<String> texts) {
        return database.sql("select staff, form, fields from work_draft where case_id = :case").bind("case", caseId)
                .map(row -> new Typed(row.get("staff", String.class), row.get("form", String.class),
                        json.readValue(row.get("fields", String.class), FIELDS)))
                .all().collectList().flatMapIterable(all -> all)
                .filter(typed -> typed.fields().values().stream().flatMap(List::stream)
                        .anyMatch(value -> texts.stream().anyMatch(value::contains)))
                .concatMap(typed -> database
                        .sql("delete from work_draft where case_id = :case and staff = :staff and form = :form")
                        .bind("case", caseId).bind("staff", typed.staff()).bind("form", typed.form()).then())
                .then();
    }

    private record Typed(String staff, String form, Map<String, List<String>> fields) {}

    /** The form was sent. */
    public Mono<Void> forget(UUID caseId, Staff staff, String form) {
        var sent = database.sql("""
                insert into work_draft (staff, case_id, form, fields, saved_at, sent_at)
                values (:staff, :case, :form, '{}', :now, :now)
                on conflict (staff, case_id, form) do update
                    set fields = '{}', saved_at = excluded.saved_at, sent_at = excluded.sent_at
                """).bind("staff", staff.id()).bind("case", caseId).bind("form", form).bind("now", clock.instant())
                .then();
        return sent.then(database.sql("delete from work_draft where sent_at < :old")
                .bind("old", clock.instant().minus(UNDER_WAY.multipliedBy(10))).then());
    }
}

package jp.madoguchi.backoffice.queue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.Rights;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.realm.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds cases of every state and age, newest arrival first, for those who may see them: one's own office's, and all of the city's
 * for an auditor. The same scope as {@link Rights} gives {@link CaseAction#VIEW}.
 */
@Component
public class FoundCases {

    private final DatabaseClient database;
    private final Offices offices;
    private final CaseworkSettings settings;

    FoundCases(DatabaseClient database, Offices offices, CaseworkSettings settings) {
        this.database = database;
        this.offices = offices;
        this.settings = settings;
    }

    /** Some of them, with the place from which the next ones follow; it is empty where there are no more. */
    public record Page(List<FoundCase> found, String next) {}

    public Mono<Page> find(Staff staff, Wanted wanted, String after) {
        if (wanted.ways().isEmpty()) {
            return Mono.just(new Page(List.of(), ""));
        }
        var values = new HashMap<String, Object>();
        var sql = new StringBuilder("""
                select f.id, f.receipt_number, f.procedure_title, f.applicant, f.state, f.arrived_at, f.closed_at,
                    f.holder_name, f.office
                from case_search s join case_file f on f.id = s.case_id
                where (""").append(anyWay(wanted, values)).append(')');
        if (!staff.is(Role.AUDITOR)) {
            sql.append(" and f.office = :office");
            values.put("office", staff.office());
        }
        var cursor = Cursor.read(after);
        if (cursor != null) {
            sql.append(" and (f.arrived_at, f.id) < (:key, :keyId)");
            values.put("key", cursor.arrivedAt());
            values.put("keyId", cursor.id());
        }
        sql.append(" order by f.arrived_at desc, f.id desc limit :most");
        values.put("most", settings.rows() + 1);
        return offices.names().flatMap(names -> database.sql(sql.toString()).bindValues(values)
                .map(row -> read(row, names)).all().collectList())
                .map(rows -> rows.size() > settings.rows()
                        ? new Page(rows.subList(0, settings.rows()), rows.get(settings.rows() - 1).cursor())
                        : new Page(rows, ""));
    }

    /** The pieces lead to few cases by the index; that the words really stand there is looked at on those. */
    private static String anyWay(Wanted wanted, Map<String, Object> values) {
        var any = new StringBuilder();
        for (int i = 0; i < wanted.ways().size(); i++) {
            var way = wanted.ways().get(i);
            any.append(i == 0 ? "" : " or ").append("(s.grams @> :grams").append(i);
            values.put("grams" + i, way.grams().toArray(String[]::new));
            for (int j = 0; j < way.words().size(); j++) {
                var name = "word" + i + "x" + j;
                any.append(" and strpos(s.key, :").append(name).append(") > 0");
                values.put(name, way.words().get(j));
            }
            any.append(')');
        }
        return any.toString();
    }

    private static FoundCase read(Readable row, Map<String, String> offices) {
        var holder = row.get("holder_name", String.class);
        return new FoundCase(row.get("id", UUID.class), row.get("receipt_number", String.class),
                row.get("procedure_title", String.class), row.get("applicant", String.class),
                CaseState.ofCode(row.get("state", String.class)),
                Offices.nameOf(row.get("office", String.class), offices),
                holder == null ? "" : holder, row.get("arrived_at", Instant.class),
                row.get("closed_at", Instant.class));
    }

    private record Cursor(Instant arrivedAt, UUID id) {

        /** Null for the first page, and for a cursor that is none. */
        static @Nullable Cursor read(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|", 2);
                return parts.length < 2 ? null : new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                return null;
            }
        }
    }
}

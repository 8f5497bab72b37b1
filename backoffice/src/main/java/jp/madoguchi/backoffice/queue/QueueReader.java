package jp.madoguchi.backoffice.queue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import io.r2dbc.spi.Readable;
import jp.madoguchi.backoffice.casework.CaseDue;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.DueRule;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the queue of an office. Pages go by key: the thousandth costs what the first does. */
@Component
public class QueueReader {

    private static final Duration RECENT = Duration.ofDays(30);

    private final DatabaseClient database;
    private final BusinessCalendar calendar;
    private final CaseworkSettings settings;
    private final InstantSource clock;

    QueueReader(DatabaseClient database, BusinessCalendar calendar, CaseworkSettings settings, InstantSource clock) {
        this.database = database;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of rows; the cursors are empty where there is no neighbour. */
    public record Page(List<QueueRow> rows, String previous, String next) {}

    /** How many cases each tab holds, under the same filters. */
    public Mono<Map<QueueTab, Long>> counts(Staff staff, QueueQuery query) {
        var columns = Stream.of(QueueTab.values())
                .map(tab -> "count(*) filter (where " + tab.condition() + ") as " + tab.code())
                .collect(Collectors.joining(", "));
        var filter = filter(query);
        var statement = "select " + columns + " from case_file where office = :office and "
                + "(closed_at is null or closed_at >= :recent or unread_since is not null)" + filter.sql();
        var sql = bind(database.sql(statement), filter).bind("office", staff.office()).bind("me", staff.id());
        return bindTimes(sql, statement).map(row -> {
            Map<QueueTab, Long> counts = new EnumMap<>(QueueTab.class);
            for (QueueTab tab : QueueTab.values()) {
                counts.put(tab, row.get(tab.code(), Long.class));
            }
            return counts;
        }).one();
    }

    /** How many cases of this person had a correction arrive on which nothing was done yet. */
    public Mono<Long> corrected(Staff staff) {
        return database
                .sql("select count(*) as n from case_file where holder = :me and corrected and closed_at is null")
                .bind("me", staff.id()).map(row -> row.get("n", Long.class)).one();
    }

    public Mono<Page> page(Staff staff, QueueQuery query) {
        var order = Order.of(query);
        var filter = filter(query);
        boolean back = !query.before().isEmpty();
        var cursor = Cursor.read(back ? query.before() : query.after(), order);
        var statement = new StringBuilder(
                """
                        select id, receipt_number, procedure_title, applicant, state, arrived_at, due_on, due_rule, deemed_on, due_order,
                            closed_at, holder_name, correction_until, corrected, unread_since
                        from case_file where office = :office and
                        """)
                .append(query.tab().condition()).append(filter.sql());
        boolean forward = order.ascending() != back;
        if (cursor != null) {
            statement.append(" and (").append(order.column()).append(", id) ").append(forward ? ">" : "<")
                    .append(" (:key, :keyId)");
        }
        var direction = forward ? " asc" : " desc";
        statement.append(" order by ").append(order.column()).append(direction).append(", id").append(direction)
                .append(" limit :most");
        var sql = bind(database.sql(statement.toString()), filter).bind("office", staff.office()).bind("most",
                settings.rows() + 1);
        if (cursor != null) {
            sql = sql.bind("key", cursor.key()).bind("keyId", cursor.id());
        }
        if (query.tab() == QueueTab.MINE) {
            sql = sql.bind("me", staff.id());
        }
        var today = BusinessCalendar.dayOf(clock.instant());
        return bindTimes(sql, statement).map(row -> rowOf(row, order, today)).all().collectList()
                .map(rows -> leafed(rows, back, cursor != null));
    }

    /** The first case of the list after this one, whether or not this one still stands in it; then the list begins anew. */
    public Mono<UUID> after(Staff staff, QueueQuery query, UUID id) {
        var list = query.after("");
        return cursorOf(staff, list, id).flatMap(cursor -> page(staff, list.after(cursor)))
                .flatMap(page -> Mono.justOrEmpty(other(page, id)))
                .switchIfEmpty(Mono.defer(() -> page(staff, list).flatMap(page -> Mono.justOrEmpty(other(page, id)))));
    }

    private static Optional<UUID> other(Page page, UUID id) {
        return page.rows().stream().map(QueueRow::id).filter(one -> !one.equals(id)).findFirst();
    }

    private Mono<String> cursorOf(Staff staff, QueueQuery query, UUID id) {
        var order = Order.of(query);
        return database.sql("select " + order.column() + " as place from case_file where id = :id and office = :office"
                + " and " + order.column() + " is not null").bind("id", id).bind("office", staff.office())
                .map(row -> Cursor.write(String.valueOf(order.isDate()
                        ? row.get("place", LocalDate.class)
                        : row.get("place", Instant.class)), id))
                .one();
    }

    private Page leafed(List<QueueRow> found, boolean back, boolean fromCursor) {
        boolean more = found.size() > settings.rows();
        var rows = new ArrayList<>(more ? found.subList(0, settings.rows()) : found);
        if (back) {
            Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return new Page(rows, "", "");
        }
        boolean hasPrevious = back ? more : fromCursor;
        boolean hasNext = back || more;
        return new Page(rows, hasPrevious ? rows.getFirst().cursor() : "", hasNext ? rows.getLast().cursor() : "");
    }

    private QueueRow rowOf(Readable row, Order order, LocalDate today) {
        var id = row.get("id", UUID.class);
        var due = row.get("due_on", LocalDate.class);
        var holder = row.get("holder_name", String.class);
        var rule = DueRule.ofCode(row.get("due_rule", String.class));
        var state = CaseState.ofCode(row.get("state", String.class));
        var alarm = state.isClosed()
                ? ""
                : CaseDue.alarm(row.get("deemed_on", LocalDate.class), today, settings.deemedAlarmDays());
        Object key = order.isDate() ? row.get(order.column(), LocalDate.class) : row.get(order.column(), Instant.class);
        return new QueueRow(id, row.get("receipt_number", String.class), row.get("procedure_title", String.class),
                row.get("applicant", String.class), state,
                row.get("arrived_at", Instant.class), due, rule,
                due == null ? null : rule.daysLeft(today, due, calendar), alarm, holder == null ? "" : holder,
                row.get("correction_until", LocalDate.class), row.get("corrected", Boolean.class),
                row.get("unread_since", Instant.class) != null,
                Cursor.write(String.valueOf(key), id));
    }

    /** The oldest case by due day that nobody has, for "the next one, please". */
    public Mono<UUID> next(Staff staff) {
        return database.sql("select id from case_file where office = :office and " + QueueTab.UNCLAIMED.condition()
                + " order by due_order, id limit 1").bind("office", staff.office())
                .map(row -> row.get("id", UUID.class)).one();
    }

    /** The procedures that occur in the open cases of the office, for the filter. */
    public Mono<Map<String, String>> procedures(Staff staff) {
        return database.sql("""
                select distinct on (procedure_id) procedure_id, procedure_title from case_file
                where office = :office and (closed_at is null or closed_at >= :recent)
                order by procedure_id, procedure_version desc
                """).bind("office", staff.office()).bind("recent", clock.instant().minus(RECENT))
                .map(row -> Map.entry(row.get("procedure_id", String.class), row.get("procedure_title", String.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    private record Filter(String sql, Map<String, Object> values) {}

    private static Filter filter(QueueQuery query) {
        var sql = new StringBuilder();
        var values = new HashMap<String, Object>();
        if (!query.procedure().isEmpty()) {
            sql.append(" and procedure_id = :procedure");
            values.put("procedure", query.procedure());
        }
        var from = query.from();
        if (from != null) {
            sql.append(" and arrived_at >= :from");
            values.put("from", from.atStartOfDay(BusinessCalendar.ZONE).toInstant());
        }
        var to = query.to();
        if (to != null) {
            sql.append(" and arrived_at < :to");
            values.put("to", BusinessCalendar.endOf(to));
        }
        return new Filter(sql.toString(), values);
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, Filter filter) {
        var bound = sql;
        for (var value : filter.values().entrySet()) {
            bound = bound.bind(value.getKey(), value.getValue());
        }
        return bound;
    }

    private GenericExecuteSpec bindTimes(GenericExecuteSpec sql, CharSequence statement) {
        var text = statement.toString();
        var now = clock.instant();
        var today = BusinessCalendar.dayOf(now);
        var bound = sql;
        if (text.contains(":today")) {
            bound = bound.bind("today", today);
        }
        if (text.contains(":soon")) {
            bound = bound.bind("soon", calendar.plusBusinessDays(today, settings.dueSoonDays()));
        }
        if (text.contains(":recent")) {
            bound = bound.bind("recent", now.minus(RECENT));
        }
        return bound;
    }

    private record Order(String column, boolean ascending) {

        static Order of(QueueQuery query) {
            if (query.tab() == QueueTab.DONE) {
                return new Order("closed_at", false);
            }
            return query.sort() == QueueQuery.Sort.ARRIVAL
                    ? new Order("arrived_at", true)
                    : new Order("due_order", true);
        }

        boolean isDate() {
            return column.equals("due_order");
        }
    }

    private record Cursor(Object key, UUID id) {

        static String write(String key, UUID id) {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((key + "|" + id).getBytes(StandardCharsets.US_ASCII));
        }

        /** Null for the first page, and for a cursor that is none. */
        static @Nullable Cursor read(String text, Order order) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|", 2);
                if (parts.length < 2) {
                    return null;
                }
                Object key = order.isDate() ? LocalDate.parse(parts[0]) : Instant.parse(parts[0]);
                return new Cursor(key, UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                return null;
            }
        }
    }
}

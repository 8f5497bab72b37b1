package jp.madoguchi.backoffice.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a clerk wants to see of the queue; it is the address of the page. Whatever stands in the address, something sensible is shown.
 *
 * @param procedure id of the procedure, empty for all
 * @param after the row after which the page begins, empty for the first page
 * @param before the row before which the page ends, empty unless leafing back
 */
public record QueueQuery(QueueTab tab, String procedure, @Nullable LocalDate from,
        @Nullable LocalDate to, Sort sort, String after, String before) {

    /** What the rows are ordered by. */
    public enum Sort {
        DUE("due", "期限が早い順"), ARRIVAL("arrival", "到達が早い順");

        private final String code;
        private final String label;

        Sort(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public static QueueQuery of(MultiValueMap<String, String> address, QueueTab usual) {
        return new QueueQuery(QueueTab.ofCode(first(address, "tab")).orElse(usual), first(address, "procedure"),
                date(first(address, "from")), date(first(address, "to")),
                first(address, "sort").equals("arrival") ? Sort.ARRIVAL : Sort.DUE,
                first(address, "after"), first(address, "before"));
    }

    public QueueQuery on(QueueTab other) {
        return new QueueQuery(other, procedure, from, to, sort, "", "");
    }

    public QueueQuery after(String cursor) {
        return new QueueQuery(tab, procedure, from, to, sort, cursor, "");
    }

    public QueueQuery before(String cursor) {
        return new QueueQuery(tab, procedure, from, to, sort, "", cursor);
    }

    public boolean isFiltered() {
        return !procedure.isEmpty() || from != null || to != null;
    }

    public String href() {
        return "/queue?" + parameters();
    }

    /** Where the list alone is fetched to refresh it in place. */
    public String listHref() {
        return "/queue/list?" + parameters();
    }

    public String fromText() {
        return from == null ? "" : from.toString();
    }

    public String toText() {
        return to == null ? "" : to.toString();
    }

    public String parameters() {
        var address = new StringBuilder("tab=").append(tab.code());
        add(address, "procedure", procedure);
        add(address, "from", fromText());
        add(address, "to", toText());
        add(address, "sort", sort == Sort.DUE ? "" : sort.code());
        add(address, "after", after);
        add(address, "before", before);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String first(MultiValueMap<String, String> address, String name) {
        var value = address.getFirst(name);
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            var day = text.isEmpty() ? null : LocalDate.parse(text);
            // The calendar of Java reaches further than the database's and than the day after.
            return day == null || day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}

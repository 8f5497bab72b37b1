package jp.madoguchi.backoffice.queue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.queue.FoundCase;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for, and what was found.
 *
 * @param key under which the session keeps it
 * @param text as typed
 * @param trouble what to type instead, empty where it could be looked for
 * @param everywhere whether the whole city was searched and not one office
 * @param beingRenewed whether some older cases cannot be found yet
 */
public record SearchView(String key, String text, List<FoundCase> found, String next, String trouble, String office,
        boolean everywhere, boolean beingRenewed, LocalDate today) {

    public SearchView {
        found = List.copyOf(found);
    }

    /** Where the rest of what was found stands; empty where this is all. */
    public String nextHref() {
        return next.isEmpty() ? "" : "/search/" + key + "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    public String scope() {
        return everywhere ? "市のすべての窓口" : office;
    }

    public String day(@Nullable Instant at) {
        return at == null ? "—" : Days.day(at, today);
    }
}

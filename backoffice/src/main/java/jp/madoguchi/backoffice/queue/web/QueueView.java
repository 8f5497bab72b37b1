package jp.madoguchi.backoffice.queue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.queue.QueueQuery;
import jp.madoguchi.backoffice.queue.QueueRow;
import jp.madoguchi.backoffice.queue.QueueTab;
import jp.madoguchi.platform.pagekit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The queue as the page shows it.
 *
 * @param corrected how many of this person's cases had a correction arrive on which nothing was done yet
 * @param mayClaim whether this person takes cases at all
 */
public record QueueView(QueueQuery query, Map<QueueTab, Long> counts, List<QueueRow> rows, String previous,
        String next, List<Option> procedures, String office, long corrected, boolean mayClaim, LocalDate today) {

    public QueueView {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
        procedures = List.copyOf(procedures);
    }

    public long count(QueueTab tab) {
        return counts.getOrDefault(tab, 0L);
    }

    /** Whether to say that corrections arrived; where they are listed the rows say so themselves. */
    public boolean saysCorrected() {
        return corrected > 0 && query.tab() != QueueTab.MINE;
    }

    public String previousHref() {
        return previous.isEmpty() ? "" : query.before(previous).href();
    }

    public String nextHref() {
        return next.isEmpty() ? "" : query.after(next).href();
    }

    public String summary() {
        return count(query.tab()) + "件中 " + rows.size() + "件を表示";
    }

    public boolean canClaim(QueueRow row) {
        return mayClaim && row.holder().isEmpty() && row.state().canBeClaimed();
    }

    public String day(@Nullable LocalDate day) {
        return Days.day(day, today);
    }

    public String day(Instant instant) {
        return Days.day(instant, today);
    }
}

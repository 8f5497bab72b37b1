package jp.madoguchi.backoffice.insight.facts;

import java.time.Instant;
import java.util.List;

import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.EventPayload;

import org.jspecify.annotations.Nullable;

/**
 * How a case went so far, from its events alone.
 *
 * @param office the office that has it
 * @param closedAt when nothing was left to do; null while something is
 * @param outcome how it ended; null while it has not
 * @param phase {@code open}, {@code decided} or {@code closed}
 */
record CaseCourse(Instant arrivedAt, String office, @Nullable Instant closedAt, @Nullable String outcome,
        String phase) {

    /** @throws IllegalArgumentException if the history does not begin with the arrival */
    static CaseCourse of(List<CaseEvent> history) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof EventPayload.Arrived arrival)) {
            throw new IllegalArgumentException("a case begins with its arrival");
        }
        var course = new CaseCourse(history.getFirst().at(), arrival.office(), null, null, "open");
        @Nullable
        String decided = null;
        for (var event : history) {
            decided = event.what() instanceof EventPayload.Decided decision
                    ? decision.decision().outcome().code()
                    : decided;
            course = course.after(event, decided);
        }
        return course;
    }

    private CaseCourse after(CaseEvent event, @Nullable String decided) {
        return switch (event.what()) {
            case EventPayload.Transferred transferred ->
                new CaseCourse(arrivedAt, transferred.to(), closedAt, outcome, phase);
            case EventPayload.Decided decision -> new CaseCourse(arrivedAt, office, null, null, "decided");
            case EventPayload.Recorded recorded -> closed(event.at(), "recorded");
            case EventPayload.NotificationReturned returned -> closed(event.at(), "returned");
            case EventPayload.Withdrawn withdrawn -> closed(event.at(), "withdrawn");
            case EventPayload.NoticeIssued issued when decided != null -> closed(event.at(), decided);
            case EventPayload.NoticePosted posted when decided != null -> closed(event.at(), decided);
            case EventPayload.PostingUndone undone -> new CaseCourse(arrivedAt, office, null, null, "decided");
            case EventPayload.Reopened reopened -> new CaseCourse(arrivedAt, office, null, null, "open");
            default -> this;
        };
    }

    private CaseCourse closed(Instant at, String how) {
        return new CaseCourse(arrivedAt, office, at, how, "closed");
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant wrote and nobody of the office has answered or marked as read, oldest first. A withdrawal that came after the
 * decision counts: it changes nothing by itself, and somebody has to know.
 */
public record UnreadMessages(List<CaseEvent> events) {

    public UnreadMessages {
        events = List.copyOf(events);
    }

    public static UnreadMessages of(List<CaseEvent> history) {
        var unread = new ArrayList<CaseEvent>();
        for (var event : history) {
            switch (event.what()) {
                case EventPayload.MessageReceived _,EventPayload.WithdrawalCameLate _,EventPayload.CorrectionCameLate _ ->
                    unread.add(event);
                // An answer is written with everything before one's eyes; see CaseController.
                case EventPayload.MessageSent _ -> unread.clear();
                case EventPayload.MessagesRead read -> unread.removeIf(message -> message.sequence() <= read.upTo());
                default -> {
                    // Nothing else is said between the two.
                }
            }
        }
        return new UnreadMessages(unread);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** Sequence of the newest; 0 where there is none. */
    public int newest() {
        return events.isEmpty() ? 0 : events.getLast().sequence();
    }

    /** Since when the oldest waits; null where there is none. */
    @Nullable
    Instant since() {
        return events.isEmpty() ? null : events.getFirst().at();
    }

    /** Whether one of them stands at this sequence or before. */
    boolean anyUpTo(int upTo) {
        return !events.isEmpty() && events.getFirst().sequence() <= upTo;
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant wrote and nobody of the office has answered or marked as read, oldest first. A withdrawal that came after the
 * decision counts: it changes nothing by itself, and somebody has to know. So does another choice of how the notice is to come, once that was
 * made in the other way; it needs no more looking at when the notice has gone out, or the choice is taken back.
 */
public record UnreadMessages(List<CaseEvent> events) {

    public UnreadMessages {
        events = List.copyOf(events);
    }

    public static UnreadMessages of(List<CaseEvent> history) {
        var unread = new ArrayList<CaseEvent>();
        boolean waitsForPost = false;
        boolean issued = false;
        CaseEvent previous = null;
        for (var event : history) {
            switch (event.what()) {
                case EventPayload.MessageReceived _ -> {
                    // The office's own word on a choice was once written down as a message of the same moment.
                    if (previous == null || !(previous.what() instanceof EventPayload.NoticeWayChosen)
                            || !previous.at().equals(event.at())) {
                        unread.add(event);
                    }
                }
                case EventPayload.WithdrawalCameLate _,EventPayload.CorrectionCameLate _ -> unread.add(event);
                case EventPayload.NoticeToPost _,EventPayload.PostingUndone _ -> waitsForPost = true;
                case EventPayload.NoticeIssued _ -> {
                    unread.removeIf(UnreadMessages::isChoice);
                    waitsForPost = false;
                    issued = true;
                }
                case EventPayload.NoticePosted _ -> {
                    unread.removeIf(UnreadMessages::isChoice);
                    waitsForPost = false;
                }
                case EventPayload.Reopened _ -> {
                    unread.removeIf(UnreadMessages::isChoice);
                    waitsForPost = false;
                    issued = false;
                }
                case EventPayload.NoticeWayChosen chosen -> {
                    unread.removeIf(UnreadMessages::isChoice);
                    if (chosen.electronic() ? waitsForPost : issued) {
                        unread.add(event);
                    }
                }
                // An answer is written with everything before one's eyes; see CaseController.
                case EventPayload.MessageSent _ -> unread.clear();
                case EventPayload.MessagesRead read -> unread.removeIf(message -> message.sequence() <= read.upTo());
                default -> {
                    // Nothing else is said between the two.
                }
            }
            previous = event;
        }
        return new UnreadMessages(unread);
    }

    private static boolean isChoice(CaseEvent event) {
        return event.what() instanceof EventPayload.NoticeWayChosen;
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

package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a case went and when it is due, from its events alone. Waits are business time: hours in which the offices
 * are open.
 *
 * @param spent business time per phase, up to now for the phase the case is in
 * @param due until when it must be worked
 * @param corrections how often a correction was asked for
 * @param handOffs how often the case changed hands or offices after the first claim
 * @param closedAt when nothing was left to do; null while something is. What is written down afterwards does not move it
 */
public record CaseClocks(Map<Phase, Duration> spent, CaseDue due, int corrections, int handOffs,
        @Nullable Instant closedAt) {

    /** What a case waits for. */
    public enum Phase {
        /** In the queue, in nobody's hands. */
        QUEUE("受付待ち"),
        /** A clerk has it. */
        HANDS_ON("担当者"),
        /** The applicant is asked for a correction. */
        APPLICANT("申請者"),
        /** A second person is to decide. */
        APPROVAL("決裁"),
        /** Decided, the notice not yet out. */
        DELIVERY("交付"),
        /** Nothing is left to do. */
        CLOSED("終了");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** What it waits for after this event. */
        Phase after(EventPayload what) {
            return switch (what) {
                case EventPayload.Arrived arrived -> Phase.QUEUE;
                case EventPayload.Claimed claimed -> Phase.HANDS_ON;
                case EventPayload.TakenOver takenOver -> Phase.HANDS_ON;
                case EventPayload.CorrectionLapsed lapsed -> Phase.HANDS_ON;
                case EventPayload.CorrectionRecalled recalled -> Phase.HANDS_ON;
                case EventPayload.CorrectionAnsweredElsewhere answered -> Phase.HANDS_ON;
                case EventPayload.ProposalTakenBack back -> Phase.HANDS_ON;
                case EventPayload.ExaminationHandedBack back -> Phase.QUEUE;
                case EventPayload.CorrectionExtended extended -> this;
                case EventPayload.Released released -> Phase.QUEUE;
                case EventPayload.LeaseExpired expired -> Phase.QUEUE;
                // Who waits for the applicant or for approval goes on waiting, at whatever office.
                case EventPayload.Transferred transferred -> this == Phase.HANDS_ON ? Phase.QUEUE : this;
                case EventPayload.CorrectionArrived arrived -> Phase.QUEUE;
                case EventPayload.GivenBack back -> Phase.HANDS_ON;
                case EventPayload.SentBack sentBack -> Phase.QUEUE;
                case EventPayload.Reopened reopened -> Phase.QUEUE;
                case EventPayload.CorrectionRequested asked -> Phase.APPLICANT;
                case EventPayload.SentForApproval sent -> Phase.APPROVAL;
                case EventPayload.Decided decided -> Phase.DELIVERY;
                case EventPayload.Recorded recorded -> Phase.CLOSED;
                case EventPayload.NotificationReturned returned -> Phase.CLOSED;
                case EventPayload.NoticeIssued issued -> Phase.CLOSED;
                case EventPayload.NoticeToPost made -> this;
                case EventPayload.NoticePosted posted -> Phase.CLOSED;
                case EventPayload.PostingUndone undone -> Phase.DELIVERY;
                case EventPayload.NoticeOpened opened -> this;
                case EventPayload.NoticeWayChosen chosen -> this;
                case EventPayload.Withdrawn withdrawn -> Phase.CLOSED;
                case EventPayload.PeriodExtended extended -> this;
                case EventPayload.NoteAdded note -> this;
                case EventPayload.WithdrawalCameLate late -> this;
                case EventPayload.MessageReceived message -> this;
                case EventPayload.CorrectionCameLate late -> this;
                case EventPayload.RedactionAsked asked -> this;
                case EventPayload.RedactionDeclined declined -> this;
                case EventPayload.Redacted done -> this;
                case EventPayload.MessageSent message -> this;
                case EventPayload.MessagesRead read -> this;
            };
        }
    }

    public CaseClocks {
        spent = Map.copyOf(spent);
    }

    public Duration spent(Phase phase) {
        return spent.getOrDefault(phase, Duration.ZERO);
    }

    /** Last day to work it; null while every clock stands. */
    public @Nullable LocalDate dueOn() {
        return due.on();
    }

    /** Days left until the due day, in the unit of its rule, negative once it has passed; null while the clock stands. */
    public @Nullable Integer daysLeft(LocalDate today, BusinessCalendar calendar) {
        return due.daysLeft(today, calendar);
    }

    /** @throws IllegalArgumentException if the history does not begin with the arrival */
    public static CaseClocks of(List<CaseEvent> history, Instant now, BusinessCalendar calendar) {
        return ClockReplay.read(history, now, calendar);
    }

    /** As they stood at the latest event. */
    static CaseClocks atLatest(List<CaseEvent> history, BusinessCalendar calendar) {
        return of(history, history.getLast().at(), calendar);
    }
}

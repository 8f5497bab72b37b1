package jp.madoguchi.backoffice.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
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
 */
public record CaseClocks(Map<Phase, Duration> spent, CaseDue due, int corrections, int handOffs) {

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
        if (history.isEmpty() || !(history.getFirst().what() instanceof Happening.Arrived arrival)) {
            throw new IllegalArgumentException("a case begins with its arrival");
        }
        var spent = new EnumMap<Phase, Duration>(Phase.class);
        Phase phase = Phase.QUEUE;
        Instant since = history.getFirst().at();
        int corrections = 0;
        int claims = 0;
        int transfers = 0;
        String lastHands = "";
        for (CaseEvent event : history) {
            var next = phaseAfter(event.what(), phase);
            if (next != phase) {
                spent.merge(phase, calendar.businessTime(since, event.at()), Duration::plus);
                since = event.at();
                phase = next;
            }
            if (event.what() instanceof Happening.CorrectionRequested) {
                corrections++;
            }
            if (next == Phase.HANDS_ON && !event.actor().id().equals(lastHands) && takesInHand(event.what())) {
                claims++;
                lastHands = event.actor().id();
            }
            if (event.what() instanceof Happening.Transferred moved && !moved.from().isEmpty()) {
                transfers++;
            }
        }
        if (phase != Phase.CLOSED) {
            spent.merge(phase, calendar.businessTime(since, now), Duration::plus);
        }
        return new CaseClocks(spent, CaseDue.of(history, arrival, calendar), corrections,
                Math.max(0, claims - 1) + transfers);
    }

    /** When nothing was left to do; null while something is. What is written down afterwards does not move it. */
    static @Nullable Instant closedAt(List<CaseEvent> history) {
        Phase phase = Phase.QUEUE;
        @Nullable
        Instant closed = null;
        for (CaseEvent event : history) {
            var next = phaseAfter(event.what(), phase);
            closed = next != Phase.CLOSED ? null : phase == Phase.CLOSED ? closed : event.at();
            phase = next;
        }
        return closed;
    }

    private static boolean takesInHand(Happening what) {
        return what instanceof Happening.Claimed || what instanceof Happening.TakenOver
                || what instanceof Happening.CorrectionLapsed || what instanceof Happening.CorrectionRecalled
                || what instanceof Happening.CorrectionAnsweredElsewhere
                || what instanceof Happening.ProposalTakenBack;
    }

    static Phase phaseAfter(Happening what, Phase before) {
        return switch (what) {
            case Happening.Arrived arrived -> Phase.QUEUE;
            case Happening.Claimed claimed -> Phase.HANDS_ON;
            case Happening.TakenOver takenOver -> Phase.HANDS_ON;
            case Happening.CorrectionLapsed lapsed -> Phase.HANDS_ON;
            case Happening.CorrectionRecalled recalled -> Phase.HANDS_ON;
            case Happening.CorrectionAnsweredElsewhere answered -> Phase.HANDS_ON;
            case Happening.ProposalTakenBack back -> Phase.HANDS_ON;
            case Happening.ExaminationHandedBack back -> Phase.QUEUE;
            case Happening.CorrectionExtended extended -> before;
            case Happening.Released released -> Phase.QUEUE;
            case Happening.LeaseExpired expired -> Phase.QUEUE;
            // Who waits for the applicant or for approval goes on waiting, at whatever office.
            case Happening.Transferred transferred -> before == Phase.HANDS_ON ? Phase.QUEUE : before;
            case Happening.CorrectionArrived arrived -> Phase.QUEUE;
            case Happening.GivenBack back -> Phase.HANDS_ON;
            case Happening.SentBack sentBack -> Phase.QUEUE;
            case Happening.Reopened reopened -> Phase.QUEUE;
            case Happening.CorrectionRequested asked -> Phase.APPLICANT;
            case Happening.SentForApproval sent -> Phase.APPROVAL;
            case Happening.Decided decided -> Phase.DELIVERY;
            case Happening.Recorded recorded -> Phase.CLOSED;
            case Happening.NotificationReturned returned -> Phase.CLOSED;
            case Happening.NoticeIssued issued -> Phase.CLOSED;
            case Happening.NoticeToPost made -> before;
            case Happening.NoticePosted posted -> Phase.CLOSED;
            case Happening.PostingUndone undone -> Phase.DELIVERY;
            case Happening.NoticeOpened opened -> before;
            case Happening.NoticeWayChosen chosen -> before;
            case Happening.Withdrawn withdrawn -> Phase.CLOSED;
            case Happening.PeriodExtended extended -> before;
            case Happening.NoteAdded note -> before;
            case Happening.WithdrawalCameLate late -> before;
            case Happening.MessageReceived message -> before;
            case Happening.CorrectionCameLate late -> before;
            case Happening.RedactionAsked asked -> before;
            case Happening.RedactionDeclined declined -> before;
            case Happening.Redacted done -> before;
            case Happening.MessageSent message -> before;
            case Happening.MessagesRead read -> before;
        };
    }
}

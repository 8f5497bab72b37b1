package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.platform.realm.Role;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.calendar.BusinessCalendar;

/** Who may make which move. The one place that answers it; pages and moves both ask here. */
public final class Rights {

    private Rights() {}

    /** Whether this person has the right, whatever state the case is in. */
    public static boolean may(Staff staff, Move move, CaseFile file) {
        boolean clerk = staff.is(Role.CLERK) && staff.isOf(file.office());
        boolean approver = staff.is(Role.APPROVER) && staff.isOf(file.office());
        return switch (move) {
            case VIEW -> clerk || approver || staff.is(Role.AUDITOR);
            case CLAIM -> clerk;
            // Two persons take something out of a record; that they are two is guarded by the case.
            case TAKE_OVER, REOPEN, HAND_BACK, REDACT -> approver;
            // Two persons decide: whoever examined the case does not judge it.
            case DECIDE, SEND_BACK -> approver && !file.wasExaminedBy(staff.id());
            case NOTE, MESSAGE, READ, ISSUE, POST, UNDO_POSTING, PROCEED, EXTEND, RECALL_CORRECTION, ANSWER_ELSEWHERE,
                    EXTEND_CORRECTION, TAKE_BACK, ASK_REDACTION ->
                clerk || approver;
            // Only who has the case in hand; a chief may have taken it over.
            case RELEASE, TRANSFER, REQUEST_CORRECTION, SEND_FOR_APPROVAL, RECORD, RETURN -> clerk || approver;
        };
    }

    /** The moves to offer on the page: those this person may make and the case can take now. */
    public static Set<Move> offered(Staff staff, CaseFile file, Instant now) {
        var offered = EnumSet.noneOf(Move.class);
        for (Move move : Move.values()) {
            if (may(staff, move, file) && leadsOn(staff, move, file, now)) {
                offered.add(move);
            }
        }
        return offered;
    }

    private static boolean leadsOn(Staff staff, Move move, CaseFile file, Instant now) {
        var holding = file.holding();
        boolean held = holding != null && !holding.hasRunOut(now);
        boolean mine = holding != null && holding.isBy(staff.id()) && file.state() == CaseState.IN_EXAMINATION;
        var correction = file.correction();
        LocalDate today = BusinessCalendar.dayOf(now);
        return switch (move) {
            case VIEW, NOTE, ASK_REDACTION -> true;
            case REDACT -> !file.redactions().open().isEmpty();
            case MESSAGE -> file.state() != CaseState.WITHDRAWN;
            case CLAIM -> file.state().canBeClaimed() && !held;
            case TAKE_OVER -> holding != null && !mine;
            case RELEASE, TRANSFER, REQUEST_CORRECTION -> mine;
            case SEND_FOR_APPROVAL -> mine && !file.isNotification();
            case RECORD, RETURN -> mine && file.isNotification();
            case PROCEED -> correction != null && today.isAfter(correction.answerBy());
            case RECALL_CORRECTION, ANSWER_ELSEWHERE, EXTEND_CORRECTION -> correction != null;
            case TAKE_BACK -> file.isProposedBy(staff.id());
            case HAND_BACK -> mine && !file.isNotification();
            case EXTEND -> !file.state().isClosed() && !file.state().isDecided()
                    && Extensions.mayFollow(file.history(), now);
            case SEND_BACK, DECIDE -> file.state() == CaseState.AWAITING_APPROVAL;
            case ISSUE -> file.state().isDecided() && !file.state().isClosed() && file.toPost() == null;
            case POST -> file.toPost() != null && !file.isPosted();
            case UNDO_POSTING -> file.isPosted();
            case REOPEN -> file.state().isDecided();
            case READ -> !UnreadMessages.of(file.history()).isEmpty();
        };
    }
}

package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.realm.Role;

/** Who may take which action. The one place that answers it; pages and steps both ask here. */
public final class Rights {

    private Rights() {}

    /** Whether this person has the right, whatever state the case is in. */
    public static boolean may(Staff staff, CaseAction action, CaseFile file) {
        boolean clerk = staff.is(Role.CLERK) && staff.isOf(file.office());
        boolean approver = staff.is(Role.APPROVER) && staff.isOf(file.office());
        return switch (action) {
            case VIEW -> clerk || approver || staff.is(Role.AUDITOR);
            case CLAIM -> clerk;
            // Two persons take something out of a record; that they are two is guarded by the case.
            case TAKE_OVER, REOPEN, HAND_BACK, REDACT -> approver;
            // Two persons decide: whoever examined the case does not judge it.
            case DECIDE, SEND_BACK -> approver && !file.wasExaminedBy(staff.id());
            case NOTE, MESSAGE, READ, ISSUE, DELIVER, POST, UNDO_POSTING, PROCEED, EXTEND, RECALL_CORRECTION,
                    ANSWER_ELSEWHERE,
                    EXTEND_CORRECTION, TAKE_BACK, ASK_REDACTION ->
                clerk || approver;
            // Only who has the case in hand; a chief may have taken it over.
            case RELEASE, TRANSFER, REQUEST_CORRECTION, SEND_FOR_APPROVAL, RECORD, RETURN -> clerk || approver;
        };
    }

    /** The actions to offer on the page: those this person may take and the case can take now. */
    public static Set<CaseAction> offered(Staff staff, CaseFile file, Instant now) {
        var offered = EnumSet.noneOf(CaseAction.class);
        for (CaseAction action : CaseAction.values()) {
            if (may(staff, action, file) && file.leadsOn(action, staff, now)) {
                offered.add(action);
            }
        }
        return offered;
    }
}

package jp.madoguchi.backoffice.casework;

/** What a member of staff can do with a case. */
public enum CaseAction {
    VIEW, CLAIM, RELEASE, TAKE_OVER, NOTE, MESSAGE, TRANSFER, REQUEST_CORRECTION, PROCEED, EXTEND, RECALL_CORRECTION, ANSWER_ELSEWHERE, EXTEND_CORRECTION, TAKE_BACK, HAND_BACK, SEND_FOR_APPROVAL, SEND_BACK, DECIDE, RECORD, RETURN, ISSUE, POST, UNDO_POSTING, REOPEN, READ, ASK_REDACTION, REDACT;

    /** Whether this carries an open case on; the others look at it, speak about it or change hands. */
    public boolean carriesOn() {
        return switch (this) {
            case CLAIM, REQUEST_CORRECTION, PROCEED, SEND_FOR_APPROVAL, SEND_BACK, DECIDE, RECORD, RETURN, ISSUE,
                    POST ->
                true;
            case VIEW, RELEASE, RECALL_CORRECTION, ANSWER_ELSEWHERE, EXTEND_CORRECTION, TAKE_BACK, HAND_BACK, TAKE_OVER,
                    NOTE, MESSAGE, TRANSFER, EXTEND, UNDO_POSTING, REOPEN, READ, ASK_REDACTION, REDACT ->
                false;
        };
    }
}

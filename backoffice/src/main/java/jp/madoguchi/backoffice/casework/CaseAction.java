package jp.madoguchi.backoffice.casework;

/** What a member of staff can do with a case. */
public enum CaseAction {
    /** See the case. */
    VIEW,
    /** Take it into one's hands (担当する). */
    CLAIM,
    /** Put it back into the queue. */
    RELEASE,
    /** Take it out of a colleague's hands (引き取る). */
    TAKE_OVER,
    /** Write a note, or keep what is being typed. */
    NOTE,
    /** Write to the applicant. */
    MESSAGE,
    /** Hand it to another office. */
    TRANSFER,
    /** Ask the applicant for a correction (補正). */
    REQUEST_CORRECTION,
    /** Go on once the period for a correction has passed. */
    PROCEED,
    /** Extend the law's period. */
    EXTEND,
    /** Take a request for correction back. */
    RECALL_CORRECTION,
    /** Write down an answer given at the counter or by telephone. */
    ANSWER_ELSEWHERE,
    /** Give the applicant longer. */
    EXTEND_CORRECTION,
    /** Take one's own proposal back (案の撤回). */
    TAKE_BACK,
    /** Leave the examination to others. */
    HAND_BACK,
    /** Propose a decision (起案). */
    SEND_FOR_APPROVAL,
    /** Send a proposal back to the clerk (差戻し). */
    SEND_BACK,
    /** Confirm a proposal (決裁). */
    DECIDE,
    /** Record a notification (届出の受理). */
    RECORD,
    /** Give a notification back (返戻). */
    RETURN,
    /** Make the notice of a decision (通知書). */
    ISSUE,
    /** Hand a notice that waits for the post over electronically, because the applicant has agreed since (電子で交付する). */
    DELIVER,
    /** Note that the notice was posted. */
    POST,
    /** Take a mistaken mark of posting back. */
    UNDO_POSTING,
    /** Take a decided case up again. */
    REOPEN,
    /** Mark the applicant's messages as read. */
    READ,
    /** Ask to take something out of the record. */
    ASK_REDACTION,
    /** Take it out, or decline to. */
    REDACT;

    /** Whether this carries an open case on; the others look at it, speak about it or change hands. */
    public boolean carriesOn() {
        return switch (this) {
            case CLAIM, REQUEST_CORRECTION, PROCEED, SEND_FOR_APPROVAL, SEND_BACK, DECIDE, RECORD, RETURN, ISSUE,
                    DELIVER,
                    POST ->
                true;
            case VIEW, RELEASE, RECALL_CORRECTION, ANSWER_ELSEWHERE, EXTEND_CORRECTION, TAKE_BACK, HAND_BACK, TAKE_OVER,
                    NOTE, MESSAGE, TRANSFER, EXTEND, UNDO_POSTING, REOPEN, READ, ASK_REDACTION, REDACT ->
                false;
        };
    }
}

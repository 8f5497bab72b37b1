package jp.madoguchi.backoffice.casework;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {
    /** Nobody has had it in hand yet. */
    ARRIVED("到達"),
    /** A clerk has it, or had it; it may wait in the queue. */
    IN_EXAMINATION("審査中"),
    /** The applicant is asked to put something right; the clock stands. */
    AWAITING_CORRECTION("補正待ち"),
    /** A second person is to decide. */
    AWAITING_APPROVAL("決裁待ち"),
    /** Granted, the notice is not out. */
    APPROVED("承認（交付前）"),
    /** Not granted, the notice is not out. */
    REFUSED("拒否（交付前）"),
    /** Not examined for a defect of form, the notice is not out. */
    DISMISSED("却下（交付前）"),
    /** The notice of the decision is out. */
    ISSUED("交付済み"),
    /** A notification that was recorded. */
    RECORDED("受理済み"),
    /** A notification that was given back. */
    RETURNED("返戻済み"),
    /** The applicant withdrew. */
    WITHDRAWN("取下げ");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CaseState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Nothing is left to do: only reopening leads on from here. */
    public boolean isClosed() {
        return this == ISSUED || this == RECORDED || this == RETURNED || this == WITHDRAWN;
    }

    /** The decision is made; the applicant can no longer withdraw. */
    public boolean isDecided() {
        return this == APPROVED || this == REFUSED || this == DISMISSED || this == ISSUED || this == RECORDED
                || this == RETURNED;
    }

    /** A clerk may take it into their hands. */
    public boolean canBeClaimed() {
        return this == ARRIVED || this == IN_EXAMINATION;
    }
}

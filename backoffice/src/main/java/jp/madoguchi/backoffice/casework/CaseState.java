package jp.madoguchi.backoffice.casework;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {
    ARRIVED("到達"), IN_EXAMINATION("審査中"), AWAITING_CORRECTION("補正待ち"), AWAITING_APPROVAL("決裁待ち"), APPROVED(
            "承認（交付前）"), REFUSED("拒否（交付前）"), DISMISSED(
                    "却下（交付前）"), ISSUED("交付済み"), RECORDED("受理済み"), RETURNED("返戻済み"), WITHDRAWN("取下げ");

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

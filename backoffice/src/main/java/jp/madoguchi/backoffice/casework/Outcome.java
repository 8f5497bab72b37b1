package jp.madoguchi.backoffice.casework;

import java.util.Locale;

/** What is decided on an application (申請). A notification (届出) is recorded instead: nothing is granted or refused. */
public enum Outcome {
    /** 認める処分. */
    APPROVED("認める", CaseState.APPROVED),
    /** 拒否処分: the criteria are not met (行政手続法8条). */
    REFUSED("認めない（拒否）", CaseState.REFUSED),
    /** 却下: the application itself is not lawful and was not mended. */
    DISMISSED("却下する", CaseState.DISMISSED);

    private final String label;
    private final CaseState state;

    Outcome(String label, CaseState state) {
        this.label = label;
        this.state = state;
    }

    public String label() {
        return label;
    }

    public CaseState state() {
        return state;
    }

    /** Whether it goes against the applicant, so that reasons and the appeal instruction (教示) are due. */
    public boolean isAdverse() {
        return this != APPROVED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

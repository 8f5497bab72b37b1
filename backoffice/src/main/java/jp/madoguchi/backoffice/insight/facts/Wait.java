package jp.madoguchi.backoffice.insight.facts;

/** Where the time of a case goes; all in seconds of office hours. */
public enum Wait {

    /** Until a clerk takes it. */
    QUEUE("queue_s"),
    /** In a clerk's hands. */
    HANDS_ON("hands_on_s"),
    /** Until the approver decides (決裁). */
    APPROVAL("approval_s"),
    /** Until the applicant corrects (補正). */
    APPLICANT("applicant_s"),
    /** From arrival to end, without the applicant's time. */
    PROCESSING("office_s");

    private final String column;

    Wait(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}

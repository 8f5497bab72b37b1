package jp.madoguchi.backoffice.insight;

/** Where the time of a case goes; all in seconds of office hours. */
enum Wait {

    QUEUE("queue", "queue_s", "受付待ち"), HANDS_ON("hands_on", "hands_on_s", "担当者の作業"), APPROVAL("approval",
            "approval_s", "決裁待ち"), APPLICANT("applicant", "applicant_s", "申請者の補正待ち"), PROCESSING("processing",
                    "office_s",
                    "処理期間（申請者の補正待ちを除く）");

    private final String rollupColumn;
    private final String factColumn;
    private final String label;

    Wait(String rollupColumn, String factColumn, String label) {
        this.rollupColumn = rollupColumn;
        this.factColumn = factColumn;
        this.label = label;
    }

    String rollupColumn() {
        return rollupColumn;
    }

    String factColumn() {
        return factColumn;
    }

    String label() {
        return label;
    }
}

package jp.madoguchi.backoffice.queue;

import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.platform.realm.Role;

/** The ways to look at the cases of an office. Conditions are SQL over {@code case_file}; each is served by an index. */
public enum QueueTab {
    MINE("mine", "自分の案件", """
            closed_at is null and (holder = :me or (holder is null and responsible = :me and state = 'in_examination'))
            """), UNCLAIMED("unclaimed", "未担当", """
            closed_at is null and state in ('arrived', 'in_examination') and holder is null
            """), WAITING("waiting", "申請者の対応待ち", """
            closed_at is null and state = 'awaiting_correction'
            """), LAPSED("lapsed", "補正期限切れ", """
            closed_at is null and state = 'awaiting_correction' and correction_until < :today
            """), APPROVAL("approval", "決裁・交付", """
            closed_at is null and state in ('awaiting_approval', 'approved', 'refused', 'dismissed')
            """), SOON("soon", "期限間近", """
            closed_at is null and due_on >= :today and due_on <= :soon
            """), OVERDUE("overdue", "期限超過", """
            closed_at is null and due_on < :today
            """), MESSAGES("messages", "メッセージあり", """
            unread_since is not null
            """), DONE("done", "終了（30日以内）", """
            closed_at >= :recent
            """);

    private final String code;
    private final String label;
    private final String condition;

    QueueTab(String code, String label, String condition) {
        this.code = code;
        this.label = label;
        this.condition = condition.strip();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    String condition() {
        return condition;
    }

    static Optional<QueueTab> ofCode(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }

    /** What a person opens the queue for: clerks take cases, who only approves finds what waits for approval. */
    public static QueueTab usual(Staff staff) {
        return staff.is(Role.APPROVER) && !staff.is(Role.CLERK) ? APPROVAL : UNCLAIMED;
    }
}

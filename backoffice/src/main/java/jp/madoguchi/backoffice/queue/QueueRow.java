package jp.madoguchi.backoffice.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.backoffice.casework.DueRule;
import jp.madoguchi.exchange.ReceiptNumber;
import org.jspecify.annotations.Nullable;

/**
 * A case as the queue shows it.
 *
 * @param dueOn null while a correction is with the applicant
 * @param daysLeft days until then in the unit of its rule, negative once passed; null where there is no due day
 * @param alarm the warning of a deemed refusal, empty while there is none
 * @param holder name of who has it in hand, empty where nobody has
 * @param corrected whether a correction arrived on which nobody has done anything yet
 * @param unread whether the applicant wrote something that nobody has answered or marked as read
 * @param cursor the row's place in the order, for leafing
 */
public record QueueRow(UUID id, String receiptNumber, String procedure, String applicant, CaseState state,
        Instant arrivedAt, @Nullable LocalDate dueOn, DueRule rule, @Nullable Integer daysLeft,
        String alarm, String holder,
        @Nullable LocalDate correctionUntil, boolean corrected, boolean unread, String cursor) {

    /** The receipt number as people read it. */
    public String number() {
        return ReceiptNumber.grouped(receiptNumber);
    }

    public boolean isOverdue() {
        var left = daysLeft;
        return left != null && left < 0;
    }

    /** The remaining days in words. */
    public String daysLeftText() {
        var left = daysLeft;
        return left == null ? "停止中" : rule.words(left);
    }
}

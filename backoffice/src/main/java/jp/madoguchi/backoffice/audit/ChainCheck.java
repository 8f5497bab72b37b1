package jp.madoguchi.backoffice.audit;

import java.time.Instant;
import java.util.UUID;
import jp.madoguchi.exchange.ReceiptNumber;

/**
 * The state of a case's record.
 *
 * @param events how many events it has
 * @param trouble what is wrong, empty where it is whole
 * @param unsealed whether it is from before events vouched for what came in
 */
public record ChainCheck(UUID caseId, String receiptNumber, String procedure, String office, Instant arrivedAt,
        int events, String trouble, boolean unsealed) {

    /** The receipt number as people read it. */
    public String number() {
        return ReceiptNumber.grouped(receiptNumber);
    }

    public boolean isWhole() {
        return trouble.isEmpty();
    }
}
